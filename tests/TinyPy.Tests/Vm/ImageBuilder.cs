// Images written by hand, so that the loader and the verifier are tested against lib/spec/image.md and not against the compiler's writer.
// Everything may be wrong on purpose: nothing is sorted, checked or counted except where Build says so.
using System.Buffers.Binary;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

/// <summary>A function of a hand-made image: its header, regions and code.</summary>
internal sealed class FunctionBuilder
{
    private readonly List<byte> _code = [];
    private readonly Dictionary<string, int> _labels = [];
    private readonly List<(int At, string Label)> _jumps = [];

    public int Name { get; set; }

    public int Flags { get; set; }

    public int Positional { get; set; }

    public int PositionalOnly { get; set; }

    public int KeywordOnly { get; set; }

    public int Locals { get; set; }

    public int Stack { get; set; }

    public int Frees { get; set; }

    public List<int> ParameterNames { get; } = [];

    /// <summary>Start, length, target, depth.</summary>
    public List<int[]> Regions { get; } = [];

    /// <summary>The length in the header instead of the code's.</summary>
    public int? Length { get; set; }

    public int Size => _code.Count;

    /// <summary>An instruction with its operand bytes.</summary>
    public FunctionBuilder Add(int op, params int[] operands)
    {
        _code.Add((byte)op);
        _code.AddRange(operands.Select(o => (byte)o));
        return this;
    }

    /// <summary>An instruction whose only operand has two bytes.</summary>
    public FunctionBuilder AddWide(int op, int operand, params int[] rest)
    {
        return Add(op, [operand & 255, operand >> 8, .. rest]);
    }

    /// <summary>An instruction that ends with a jump.</summary>
    public FunctionBuilder Jump(int op, string label, params int[] before)
    {
        Add(op, [.. before, 0, 0]);
        _jumps.Add((_code.Count, label));
        return this;
    }

    public FunctionBuilder Label(string label)
    {
        _labels[label] = _code.Count;
        return this;
    }

    public FunctionBuilder Times(int count, int op)
    {
        for (int i = 0; i < count; i++)
        {
            Add(op);
        }

        return this;
    }

    /// <summary>A region between labels, leading to another.</summary>
    public FunctionBuilder Region(string from, string to, string target, int depth)
    {
        Regions.Add([_labels[from], _labels[to] - _labels[from], _labels[target], depth]);
        return this;
    }

    public byte[] Code()
    {
        byte[] code = [.. _code];
        foreach ((int at, string label) in _jumps)
        {
            BinaryPrimitives.WriteInt16LittleEndian(code.AsSpan(at - 2), (short)(_labels[label] - at));
        }

        return code;
    }

    public byte[] Header()
    {
        List<byte> header = [.. ImageBuilder.Varint(Name), (byte)Flags, (byte)Positional];
        if ((Flags & 8) != 0)
        {
            header.AddRange([(byte)PositionalOnly, (byte)KeywordOnly]);
        }

        header.AddRange([(byte)Locals, .. ImageBuilder.Varint(Stack)]);
        if ((Flags & 64) != 0)
        {
            header.Add((byte)Frees);
        }

        header.AddRange([.. ImageBuilder.Varint(Length ?? _code.Count), .. ImageBuilder.Varint(Regions.Count)]);
        header.AddRange(ParameterNames.SelectMany(ImageBuilder.Varint));
        header.AddRange(Regions.SelectMany(r => r).SelectMany(ImageBuilder.Varint));
        return [.. header];
    }
}

/// <summary>A hand-made image. <see cref="Build"/> adds the counts and the checksum.</summary>
internal sealed class ImageBuilder
{
    /// <summary>The number of the image's first name.</summary>
    public const int FirstName = NameTable.Count + 1;

    public List<byte[]> Names { get; } = [];

    public List<byte[]> Constants { get; } = [];

    public int Globals { get; set; }

    public List<FunctionBuilder> Functions { get; } = [];

    public List<(int Hook, int Function)> Hooks { get; } = [];

    public List<(int Kind, int Value)> Requirements { get; } = [];

    /// <summary>Counts that replace the right ones: names, constants, globals, functions, hooks, requirements; null for the right one.</summary>
    public int?[] Counts { get; } = new int?[6];

    /// <summary>Bytes after the end.</summary>
    public int Trailing { get; set; }

    /// <summary>Offsets of names, constants, functions, hooks, requirements, code and end in the last built image.</summary>
    public int[] Sections { get; private set; } = [];

    public FunctionBuilder Main => Functions[0];

    /// <summary>An image whose program is that code.</summary>
    public static ImageBuilder Of(Action<FunctionBuilder> main, int stack = 0, int locals = 0)
    {
        ImageBuilder image = new();
        main(image.Function(stack, locals));
        return image;
    }

    /// <summary>The smallest program: it returns None.</summary>
    public static ImageBuilder Smallest() => Of(f => f.Add(Op.RETURN_NONE));

    /// <summary>One more function.</summary>
    public FunctionBuilder Function(int stack = 0, int locals = 0, int flags = 0)
    {
        FunctionBuilder function = new() { Stack = stack, Locals = locals, Flags = flags };
        Functions.Add(function);
        return function;
    }

    public ImageBuilder Name(string name)
    {
        Names.Add(Encoding.UTF8.GetBytes(name));
        return this;
    }

    public ImageBuilder Constant(int tag, params byte[] payload)
    {
        Constants.Add([(byte)tag, .. payload]);
        return this;
    }

    public ImageBuilder Int(long value) => Constant(1, Signed(value));

    public ImageBuilder Str(string text) => Constant(3, [.. Varint(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)]);

    public static byte[] Varint(int value)
    {
        List<byte> bytes = [];
        uint rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes.Add((byte)(rest | 0x80));
        }

        return [.. bytes, (byte)rest];
    }

    public static byte[] Signed(long value)
    {
        List<byte> bytes = [];
        for (; value is < -64 or > 63; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)(value & 0x7F)];
    }

    /// <summary>Writes the checksum of an image whose bytes were changed.</summary>
    public static byte[] Seal(byte[] image)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in image.AsSpan(8))
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
            }
        }

        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(4), ~crc);
        return image;
    }

    public byte[] Build()
    {
        int[] counts = [Names.Count, Constants.Count, Globals, Functions.Count, Hooks.Count, Requirements.Count];
        List<byte> bytes = [(byte)'T', (byte)'P', (byte)'N', 1, 0, 0, 0, 0];
        bytes.AddRange(counts.Select((c, i) => Counts[i] ?? c).SelectMany(Varint));
        List<int> sections = [bytes.Count];
        bytes.AddRange(Names.SelectMany(n => (byte[])[.. Varint(n.Length), .. n]));
        sections.Add(bytes.Count);
        bytes.AddRange(Constants.SelectMany(c => c));
        sections.Add(bytes.Count);
        bytes.AddRange(Functions.SelectMany(f => f.Header()));
        sections.Add(bytes.Count);
        bytes.AddRange(Hooks.SelectMany(h => (byte[])[.. Varint(h.Hook), .. Varint(h.Function)]));
        sections.Add(bytes.Count);
        bytes.AddRange(Requirements.SelectMany(r => (byte[])[(byte)r.Kind, .. Varint(r.Value)]));
        sections.Add(bytes.Count);
        bytes.AddRange(Functions.SelectMany(f => f.Code()));
        sections.Add(bytes.Count);
        Sections = [.. sections];
        bytes.AddRange(new byte[Trailing]);
        return Seal([.. bytes]);
    }
}
