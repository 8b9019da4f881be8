// Bytes of values (lib/spec/values.md) as .NET values. Invariants: any bytes give a value or a ScriptValueException; a length is compared with what is left
// before anything is built, and nesting is bounded.
using System.Buffers.Binary;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Hosting.Values;

/// <summary>Reads one value.</summary>
internal ref struct PlainReader
{
    private static readonly UTF8Encoding s_utf8 = new(false, true);

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private PlainReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
    }

    /// <exception cref="ScriptValueException">The bytes are not exactly one value.</exception>
    public static object? Read(ReadOnlySpan<byte> bytes)
    {
        PlainReader reader = new(bytes);
        object? value = reader.Value(0);
        return reader._at == bytes.Length ? value : throw Invalid();
    }

    private object? Value(int depth)
    {
        if (depth > Limit.MAX_NESTING)
        {
            throw new ScriptValueException($"The value is nested more than {Limit.MAX_NESTING} deep.");
        }

        switch (Byte())
        {
            case 0:
                return null;
            case 1:
                return false;
            case 2:
                return true;
            case 3:
                ulong number = Unsigned();
                return (long)(number >> 1) ^ -(long)(number & 1);
            case 4:
                return BinaryPrimitives.ReadDoubleLittleEndian(Take(8));
            case 5:
                try
                {
                    return s_utf8.GetString(Take(Length()));
                }
                catch (DecoderFallbackException)
                {
                    throw Invalid();
                }

            case 6:
                return Take(Length()).ToArray();
            case 7:
                int items = Length();
                List<object?> list = new(items);
                for (int i = 0; i < items; i++)
                {
                    list.Add(Value(depth + 1));
                }

                return list;
            case 8:
                object?[] tuple = new object?[Length()];
                for (int i = 0; i < tuple.Length; i++)
                {
                    tuple[i] = Value(depth + 1);
                }

                return tuple;
            case 9:
                ScriptDict dict = new();
                for (int count = Length(); count > 0; count--)
                {
                    object? key = Value(depth + 1);
                    dict.Add(key, Value(depth + 1));
                }

                return dict;
            default:
                throw Invalid();
        }
    }

    private int Byte() => _at < _bytes.Length ? _bytes[_at++] : throw Invalid();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
        {
            throw Invalid();
        }

        _at += count;
        return _bytes.Slice(_at - count, count);
    }

    // Every item takes a byte at least.
    private int Length()
    {
        ulong length = Unsigned();
        return length <= (ulong)(_bytes.Length - _at) ? (int)length : throw Invalid();
    }

    private ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            int part = Byte();
            value |= (ulong)(uint)(part & 127) << (shift & 63);
            if (part < 128)
            {
                return shift < 63 || part <= 1 ? value : throw Invalid();
            }
        }

        throw Invalid();
    }

    private static ScriptValueException Invalid() => new("The bytes are no value.");
}
