// Takes an image apart on the host: for listings, traces and tests. It holds the image to the form of lib/spec/image.md, byte for byte: shortest
// numbers, sorted tables, no gap and nothing left over. What the code does is the verifier's business, not this reader's.
using System.Buffers.Binary;
using System.Text;
using TinyPy.Compiler.Generated;
using TinyPy.Vm;

namespace TinyPy.Compiler.Image;

/// <summary>Reads program images.</summary>
public sealed class ImageReader
{
    private const int HeaderSize = 8;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private int _at;

    private ImageReader(byte[] bytes) => _bytes = bytes;

    /// <summary>Parses an image.</summary>
    /// <exception cref="ImageFormatException">The bytes are not an image of this version; the exception says where.</exception>
    public static ProgramImage Read(byte[] image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new ImageReader(image).Read();
    }

    private ProgramImage Read()
    {
        if (_bytes.Length > Limit.MAX_IMAGE)
            throw new ImageFormatException(Err.ImageTooLarge, Limit.MAX_IMAGE);
        for (int i = 0; i < 3; i++)
        {
            if (Byte() != "TPN"[i])
                throw new ImageFormatException(Err.ImageMagic, i);
        }
        if (Byte() != Limit.IMAGE_VERSION)
            throw new ImageFormatException(Err.ImageVersion, 3);
        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
        if (Checksum.Crc32(_bytes.AsSpan(HeaderSize)) != checksum)
            throw new ImageFormatException(Err.ImageChecksum, 4);

        int names = Count(Limit.MAX_NAMES);
        int constants = Count(Limit.MAX_STATICS);
        int globals = Count(Limit.MAX_STATICS - constants);
        int functionsAt = _at;
        int functions = Count(Limit.MAX_FUNCTIONS);
        if (functions == 0)
            throw new ImageFormatException(Err.ImageFunctionHeader, functionsAt);
        int hooks = Count(HookInfo.Count);
        int requirements = Count(_bytes.Length);

        string[] nameTexts = ReadNames(names);
        int lastName = NameInfo.Count + names;
        var constantList = new ImageConstant[constants];
        for (int i = 0; i < constants; i++)
            constantList[i] = ReadConstant(i, lastName);
        var headers = new (ImageFunction Function, int CodeLength)[functions];
        for (int i = 0; i < functions; i++)
            headers[i] = ReadFunction(i, lastName);
        ImageHook[] hookList = ReadHooks(hooks, functions);
        ImageRequirement[] requirementList = ReadRequirements(requirements);
        var functionList = new ImageFunction[functions];
        for (int i = 0; i < functions; i++)
        {
            int at = _at;
            functionList[i] = headers[i].Function with { CodeOffset = at, Code = Take(headers[i].CodeLength).ToArray() };
        }
        if (_at != _bytes.Length)
            throw new ImageFormatException(Err.ImageTrailing, _at);
        return new ProgramImage(_bytes.Length, checksum, nameTexts, constantList, globals, functionList, hookList, requirementList);
    }

    private string[] ReadNames(int count)
    {
        var names = new string[count];
        ReadOnlySpan<byte> last = [];
        for (int i = 0; i < count; i++)
        {
            int at = _at;
            names[i] = Text(Err.ImageNameText);
            // Ascending bytes: none is empty, none is there twice.
            ReadOnlySpan<byte> bytes = s_utf8.GetBytes(names[i]);
            if (bytes.SequenceCompareTo(last) <= 0 || NameInfo.Find(names[i]) != 0)
                throw new ImageFormatException(Err.ImageNameText, at);
            last = bytes;
        }
        return names;
    }

    private ImageConstant ReadConstant(int index, int lastName)
    {
        int at = _at;
        switch (Byte())
        {
            case 0:
                return new ImageConstant.Unbound();
            case 1:
                return new ImageConstant.Int(SignedVarint());
            case 2:
                return new ImageConstant.Float(BinaryPrimitives.ReadDoubleLittleEndian(Take(8)));
            case 3:
                return new ImageConstant.Str(Text(Err.ImageConstantValue));
            case 4:
                return new ImageConstant.Bytes(Take(Varint()).ToArray());
            case 5:
                return new ImageConstant.Tuple(Numbers(0, index - 1, Err.ImageConstantValue));
            case 6:
                int builtinAt = _at;
                int builtin = Varint();
                if (builtin >= BuiltinInfo.All.Length || BuiltinInfo.All[builtin] is null)
                    throw new ImageFormatException(Err.ImageConstantValue, builtinAt);
                return new ImageConstant.Builtin(builtin);
            case 7:
                int lengthAt = _at;
                int[] names = Numbers(1, lastName, Err.ImageConstantValue);
                return names.Length > 0 ? new ImageConstant.NameList(names) : throw new ImageFormatException(Err.ImageConstantValue, lengthAt);
            default:
                throw new ImageFormatException(Err.ImageConstantTag, at);
        }
    }

    private (ImageFunction Function, int CodeLength) ReadFunction(int index, int lastName)
    {
        int start = _at;
        int name = Varint(lastName, Err.ImageFunctionHeader);
        int flagsAt = _at;
        int flagBits = Byte();
        if (flagBits > 127)
            throw new ImageFormatException(Err.ImageFunctionHeader, flagsAt);
        var flags = (ImageFunctionFlags)flagBits;
        bool named = flags.HasFlag(ImageFunctionFlags.ParameterNames);
        int positional = Byte();
        int positionalOnly = named ? Byte() : 0;
        int keywordOnly = named ? Byte() : 0;
        int localsAt = _at;
        int locals = Byte();
        int stack = Varint(Limit.MAX_STACK, Err.ImageTooLarge);
        int freesAt = _at;
        int frees = flags.HasFlag(ImageFunctionFlags.Frees) ? Byte() : 0;
        if (flags.HasFlag(ImageFunctionFlags.Frees) && frees == 0)
            throw new ImageFormatException(Err.ImageFunctionHeader, freesAt);
        int codeAt = _at;
        int code = Varint(Limit.MAX_CODE, Err.ImageTooLarge);
        if (code == 0)
            throw new ImageFormatException(Err.ImageFunctionHeader, codeAt);
        int regionCount = Varint(Limit.MAX_REGIONS, Err.ImageTooLarge);
        var function = new ImageFunction(index, name, flags, positional, positionalOnly, keywordOnly, locals, stack, frees, [], [], 0, []);
        if (locals > Limit.MAX_LOCALS || function.Parameters > locals || positionalOnly > positional || frees > locals)
            throw new ImageFormatException(Err.ImageFunctionHeader, localsAt);
        if (index == 0 && (function.Parameters > 0 || frees > 0))
            throw new ImageFormatException(Err.ImageFunctionHeader, start);
        int[] parameterNames = named ? ReadParameterNames(positional, keywordOnly, lastName) : [];
        var regions = new ImageRegion[regionCount];
        for (int i = 0; i < regionCount; i++)
            regions[i] = ReadRegion(code, locals, stack, i == 0 ? null : regions[i - 1]);
        return (function with { ParameterNames = parameterNames, Regions = regions }, code);
    }

    private int[] ReadParameterNames(int positional, int keywordOnly, int lastName)
    {
        var names = new int[positional + keywordOnly];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = Varint(lastName, Err.ImageFunctionHeader);
        }
        return names;
    }

    private ImageRegion ReadRegion(int code, int locals, int stack, ImageRegion? before)
    {
        int at = _at;
        var region = new ImageRegion(Varint(), Varint(), Varint(), Varint());
        bool fits = region.Length > 0 && region.Start < code && region.Length <= code - region.Start && region.Target < code
            && (region.IsContext ? region.Depth < locals : region.Depth < stack);
        bool inOrder = before is null || region.Start < before.Start || (region.Start == before.Start && region.Length >= before.Length);
        return fits && inOrder ? region : throw new ImageFormatException(Err.ImageRegion, at);
    }

    private ImageHook[] ReadHooks(int count, int functions)
    {
        var hooks = new ImageHook[count];
        for (int i = 0; i < count; i++)
        {
            int at = _at;
            hooks[i] = new ImageHook(Varint(), Varint());
            if (hooks[i].Hook > HookInfo.Count || hooks[i].Hook <= (i == 0 ? 0 : hooks[i - 1].Hook)
                || HookInfo.Texts[hooks[i].Hook] is null || hooks[i].Function >= functions)
            {
                throw new ImageFormatException(Err.ImageHookTable, at);
            }
        }
        return hooks;
    }

    private ImageRequirement[] ReadRequirements(int count)
    {
        var requirements = new List<ImageRequirement>();
        var last = new ImageRequirement(0, 0);
        for (int i = 0; i < count; i++)
        {
            int at = _at;
            var next = new ImageRequirement(Byte(), Varint());
            bool known = next.Kind switch
            {
                ImageRequirement.Module => next.Value < BuiltinInfo.All.Length && BuiltinInfo.All[next.Value] is { Kind: BuiltinKind.Module },
                _ => next.IsPin,
            };
            if (!known || (next.Kind, next.Value).CompareTo((last.Kind, last.Value)) <= 0)
                throw new ImageFormatException(Err.ImageRequirementTable, at);
            requirements.Add(next);
            last = next;
        }
        return [.. requirements];
    }

    // The numbers of a tuple, each between least and most.
    private int[] Numbers(int least, int most, int error)
    {
        int length = Varint();
        if (length > _bytes.Length - _at)
            throw new ImageFormatException(Err.ImageTruncated, _bytes.Length);
        var numbers = new int[length];
        for (int i = 0; i < length; i++)
        {
            int at = _at;
            numbers[i] = Varint();
            if (numbers[i] < least || numbers[i] > most)
                throw new ImageFormatException(error, at);
        }
        return numbers;
    }

    private string Text(int error)
    {
        int length = Varint();
        int at = _at;
        ReadOnlySpan<byte> bytes = Take(length);
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ImageFormatException(error, at);
        }
    }

    private int Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _bytes.Length - _at)
            throw new ImageFormatException(Err.ImageTruncated, _bytes.Length);
        _at += length;
        return _bytes.AsSpan(_at - length, length);
    }

    private int Count(int most) => Varint(most, Err.ImageTooLarge);

    private int Varint(int most, int error)
    {
        int at = _at;
        int value = Varint();
        return value <= most ? value : throw new ImageFormatException(error, at);
    }

    // Up to 31 bits in at most 5 bytes; a last byte of zero means that there is a shorter form.
    private int Varint()
    {
        int start = _at;
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            int b = Byte();
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                if ((b == 0 && shift > 0) || value > int.MaxValue)
                    break;
                return (int)value;
            }
        }
        throw new ImageFormatException(Err.ImageVarint, start);
    }

    // Up to 64 bits in at most 10 bytes; the last byte must not repeat the sign of the one before it.
    private long SignedVarint()
    {
        int start = _at;
        ulong value = 0;
        int last = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            int b = Byte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                bool negative = (b & 0x40) != 0;
                bool longer = shift > 0 && ((b == 0 && (last & 0x40) == 0) || (b == 0x7F && (last & 0x40) != 0));
                if (longer || (shift == 63 && b is not (0 or 0x7F)))
                    break;
                if (negative && shift < 63)
                    value |= ulong.MaxValue << (shift + 7);
                return (long)value;
            }
            last = b;
        }
        throw new ImageFormatException(Err.ImageVarint, start);
    }
}
