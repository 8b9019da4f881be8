// .NET values as bytes (lib/spec/values.md). Invariants: at most Limit.MAX_MESSAGE bytes and Limit.MAX_NESTING containers inside one another, so that a
// value that contains itself is refused, not followed.
using System.Buffers.Binary;
using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Hosting.Values;

/// <summary>Writes values into a buffer of its own.</summary>
internal sealed class PlainWriter
{
    private byte[] _buffer = new byte[256];

    /// <summary>How many bytes were written since Clear.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes: the first <see cref="Count"/>.</summary>
    public byte[] Buffer => _buffer;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>The head of a list of so many items.</summary>
    public void List(int count) => Head(7, count);

    /// <summary>The head of a tuple of so many items.</summary>
    public void Tuple(int count) => Head(8, count);

    /// <exception cref="ScriptValueException">It cannot cross.</exception>
    public void Write(object? value) => Write(value, 0);

    private void Write(object? value, int depth)
    {
        switch (value)
        {
            case null:
                Byte(0);
                break;
            case bool flag:
                Byte(flag ? 2 : 1);
                break;
            case int number:
                Int(number);
                break;
            case long number:
                Int(number);
                break;
            case double number:
                Float(number);
                break;
            case string text:
                Text(text);
                break;
            case byte[] bytes:
                Raw(bytes);
                break;
            case ReadOnlyMemory<byte> bytes:
                Raw(bytes.Span);
                break;
            case byte or sbyte or short or ushort or uint:
                Int(Convert.ToInt64(value, null));
                break;
            case ulong number:
                Int(number <= long.MaxValue ? (long)number : throw new ScriptValueException($"{number} does not fit the 64 bits of a script's int."));
                break;
            case float number:
                Float(number);
                break;
            default:
                Container(value, depth);
                break;
        }
    }

    private void Container(object value, int depth)
    {
        if (depth == Limit.MAX_NESTING)
        {
            throw new ScriptValueException($"The value is nested more than {Limit.MAX_NESTING} deep, or contains itself.");
        }

        switch (value)
        {
            case object?[] items:
                Head(8, items.Length);
                foreach (object? item in items)
                {
                    Write(item, depth + 1);
                }

                break;
            case ScriptDict dict:
                Head(9, dict.Count);
                foreach ((object? key, object? item) in dict)
                {
                    Write(key, depth + 1);
                    Write(item, depth + 1);
                }

                break;
            case IDictionary dict:
                Head(9, dict.Count);
                foreach (DictionaryEntry entry in dict)
                {
                    Write(entry.Key, depth + 1);
                    Write(entry.Value, depth + 1);
                }

                break;
            case ITuple tuple:
                Head(8, tuple.Length);
                for (int i = 0; i < tuple.Length; i++)
                {
                    Write(tuple[i], depth + 1);
                }

                break;
            case ICollection items:
                Head(7, items.Count);
                foreach (object? item in items)
                {
                    Write(item, depth + 1);
                }

                break;
            default:
                throw new ScriptValueException(
                    $"A {value.GetType().Name} cannot cross to a script: use null, bool, a whole number, double, string, byte[], an array or tuple, a list or a dictionary of these.");
        }
    }

    private void Head(int tag, int count)
    {
        Byte(tag);
        Unsigned((ulong)count);
    }

    private void Int(long value)
    {
        Byte(3);
        Unsigned((ulong)((value << 1) ^ (value >> 63)));
    }

    private void Float(double value)
    {
        Room(9);
        _buffer[Count] = 4;
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.AsSpan(Count + 1), value);
        Count += 9;
    }

    private void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Head(5, length);
        Room(length);
        Encoding.UTF8.GetBytes(text, _buffer.AsSpan(Count));
        Count += length;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Head(6, bytes.Length);
        Room(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(Count));
        Count += bytes.Length;
    }

    private void Unsigned(ulong value)
    {
        for (; value > 127; value >>= 7)
        {
            Byte((int)(value & 127) | 128);
        }

        Byte((int)value);
    }

    private void Byte(int value)
    {
        Room(1);
        _buffer[Count++] = (byte)value;
    }

    private void Room(int bytes)
    {
        if (bytes > Limit.MAX_MESSAGE - Count)
        {
            throw new ScriptValueException($"The value takes more than {Limit.MAX_MESSAGE} bytes.");
        }

        if (Count + bytes > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(Count + bytes, _buffer.Length * 2));
        }
    }
}
