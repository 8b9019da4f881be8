using System.Globalization;
using System.Text;
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

// A machine without a program, for tests of what works on texts: values come from Python literals and go on the value stack, an operation
// is called with them directly, and what it gives is told as CPython's ascii() of the result or as "!Type message".
internal sealed class StringsBench
{
    private readonly Machine _machine;
    private readonly Arena _arena;
    private string _source = "";
    private int _next;

    public StringsBench(Machine machine, Arena arena)
    {
        _machine = machine;
        _arena = arena;
    }

    /// <summary>Collect at every Need while an operation runs.</summary>
    public bool Stress { get; set; }

    /// <summary>The Need that fails while an operation runs, counted from 1; 0: none.</summary>
    public int FailAt { get; set; }

    /// <summary>Whether the Need of <see cref="FailAt"/> was reached.</summary>
    public bool Failed { get; private set; }

    /// <summary>The steps that the last operation was charged.</summary>
    public int Steps { get; private set; }

    /// <summary>The steps that an operation may take.</summary>
    public int Quota { get; set; } = 1 << 29;

    /// <summary>Runs an operation of a vector: its name, and a tuple and a dict of arguments as Python literals.</summary>
    public string Run(string operation, string arguments, string keywords)
    {
        _arena.Reset();
        _machine.Fuel = Quota;
        _machine.Pending = 0;
        int count = PushItems(arguments);
        int names = PushKeywords(keywords, ref count);
        int before = _arena.Top;
        _arena.Stress = Stress;
        _arena.FailAt = FailAt;
        int result = Call(operation, 0, count, names);
        Failed = FailAt != 0 && _arena.FailAt == 0;
        _arena.Stress = false;
        _arena.FailAt = 0;
        Steps = Quota - _machine.Fuel;
        Assert.Equal(before, _arena.Top);
        Assert.Equal(0, _arena.OpenLength);
        return Told(operation, result);
    }

    private string Told(string operation, int result)
    {
        _machine.Fuel = 1 << 29;
        if (result == 0)
        {
            return _machine.Pending switch
            {
                Machine.PENDING_RAISE => Error(),
                Machine.PENDING_HOOK => "hook " + _machine.PendingHook,
                Machine.PENDING_KILL => "kill",
                _ => "nothing",
            };
        }

        int slot = _arena.Top++;
        _arena.Stack[slot] = result;
        int[] stack = _arena.Stack;
        if (operation is "[]=" or "[:]=" or "del[:]")
        {
            stack[slot] = stack[0];
        }
        else if (_arena.KindOf(stack[0]) == Kind.BYTEARRAY && operation is "append" or "extend" or "insert" or "pop" or "remove" or "reverse" or "clear" or "copy"
            || _arena.KindOf(stack[0]) == Kind.BYTEARRAY && char.IsAsciiLetter(operation[0]) && operation is not ("repr" or "str" or "ascii" or "len" or "ord" or "bytes" or "bytearray" or "in" or "cmp" or "format"))
        {
            // Methods of bytearray: the vector shows the result and the receiver.
            Assert.True(_arena.Need(3, 0, 0));
            int pair = _arena.NewObject(Kind.TUPLE, 3);
            _arena.Heap[(pair >> 2) + 1] = stack[slot];
            _arena.Heap[(pair >> 2) + 2] = stack[0];
            stack[slot] = pair;
        }

        int text = _machine.Repr.Ascii(slot);
        Assert.NotEqual(0, text);
        return TextOf(text);
    }

    /// <summary>The message of an error whose operands are the items of a tuple, or what stands in its place.</summary>
    public string Message(int error, string operands)
    {
        _arena.Reset();
        _machine.Fuel = Quota;
        int count = PushItems(operands);
        for (int i = 0; i < 3; i++)
        {
            _arena.Roots[Arena.ROOT_OPERAND_A + i] = i < count ? _arena.Stack[i] : 0;
        }

        _machine.ErrorNo = error;
        string told = Error();
        return told[(told.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The hash of a str.</summary>
    public int Hash(string text)
    {
        _arena.Reset();
        _machine.Fuel = Quota;
        PushItems($"('{text}',)");
        return _machine.Strings.Hash(_arena.Stack[0]);
    }

    // The text of the exception that was raised.
    private string Error()
    {
        int error = _machine.ErrorNo;
        Assert.True(_arena.Need(12, 0, 0));
        int exception = _arena.NewObject(Kind.EXCEPTION, 12);
        int type = ErrTable.ExceptionOf[error];
        int at = exception >> 2;
        _arena.Heap[at + 1] = Machine.BuiltinValue(type);
        _arena.Heap[at + 4] = Machine.Small(error);
        for (int i = 0; i < 3; i++)
        {
            _arena.Heap[at + 5 + i] = _arena.Roots[Arena.ROOT_OPERAND_A + i];
        }

        int slot = _arena.Top++;
        _arena.Stack[slot] = exception;
        int text = _machine.Repr.Str(slot);
        Assert.NotEqual(0, text);
        return "!" + BuiltinTable.Text(type) + " " + TextOf(text);
    }

    private string TextOf(int value)
    {
        return Encoding.UTF8.GetString(_arena.Text, _arena.Heap[(value >> 2) + 1], _arena.Heap[(value >> 2) + 2]);
    }

    private int Call(string operation, int at, int count, int keywords)
    {
        Strings strings = _machine.Strings;
        int[] stack = _arena.Stack;
        switch (operation)
        {
            case "repr": return _machine.Repr.Of(at);
            case "str": return _machine.Repr.Str(at);
            case "ascii": return _machine.Repr.Ascii(at);
            case "format": return _machine.Format.FormatValue(at, true);
            case "+": return strings.Concat(at);
            case "*": return strings.Repeat(at, _arena.IntOf(stack[at + 1]));
            case "==": return Machine.Bool(strings.Equal(stack[at], stack[at + 1]));
            case "cmp": return Machine.Small(strings.Order(stack[at], stack[at + 1]));
            case "in": return Machine.Bool(strings.Contains(stack[at], stack[at + 1]));
            case "len": return Machine.Small(strings.Length(stack[at]));
            case "ord": return strings.Ord(stack[at]);
            case "chr": return strings.Chr(at);
            case "int": return strings.Int(at, stack[at + 1] >> 1);
            case "float": return strings.Float(at);
            case "bytes": return strings.BytesOf(at, Kind.BYTES);
            case "bytearray": return strings.BytesOf(at, Kind.BYTEARRAY);
            case "[]": return strings.Item(at, _arena.IntOf(stack[at + 1]));
            case "[:]": return strings.Slice(at, _arena.IntOf(stack[at + 1]), _arena.IntOf(stack[at + 2]), _arena.IntOf(stack[at + 3]));
            case "[]=": return strings.SetItem(at, stack[at + 1] >> 1, stack[at + 2]);
            case "[:]=": return strings.SetSlice(at, stack[at + 1] >> 1, stack[at + 2] >> 1, stack[at + 3] >> 1, at + 4);
            case "del[:]": return strings.DeleteSlice(at, stack[at + 1] >> 1, stack[at + 2] >> 1, stack[at + 3] >> 1);
        }

        int type = _machine.TypeOf(stack[at]);
        for (int method = 1; method < MethodTable.COUNT; method++)
        {
            if (MethodTable.Type[method] == type && NameTable.Text(MethodTable.NameOf[method]) == operation)
            {
                return strings.Call(method, at, count, keywords);
            }
        }

        throw new InvalidOperationException("no operation " + operation);
    }

    // Pushes the keyword values and makes the tuple of their names, which is rooted as the loop would.
    private int PushKeywords(string keywords, ref int count)
    {
        int first = _arena.Top;
        int pairs = PushItems(keywords) / 2;
        if (pairs == 0)
        {
            return 0;
        }

        int names = _arena.NewObject(Kind.TUPLE, pairs + 1);
        for (int i = 0; i < pairs; i++)
        {
            string name = TextOf(_arena.Stack[first + i * 2]);
            _arena.Heap[(names >> 2) + 1 + i] = Machine.Small(NameTable.Find(Encoding.ASCII.GetBytes(name), 0, name.Length));
            _arena.Stack[first + i] = _arena.Stack[first + i * 2 + 1];
        }

        _arena.Top = first + pairs;
        count += pairs;
        return names;
    }

    // Pushes the items of a Python literal and returns their number (keys and values of a dict).
    private int PushItems(string literal)
    {
        _source = literal;
        _next = 1;
        int count = 0;
        while (Peek() is not (')' or '}'))
        {
            PushValue();
            count++;
            Skip(Peek() is ',' or ':');
        }

        return count;
    }

    private char Peek()
    {
        while (_source[_next] == ' ')
        {
            _next++;
        }

        return _source[_next];
    }

    private void Skip(bool condition)
    {
        if (condition)
        {
            _next++;
        }
    }

    private bool Take(string word)
    {
        Peek();
        bool taken = string.CompareOrdinal(_source, _next, word, 0, word.Length) == 0;
        _next += taken ? word.Length : 0;
        return taken;
    }

    private void Push(int value)
    {
        _arena.Stack[_arena.Top++] = value;
    }

    private void PushValue()
    {
        if (Take("None"))
        {
            Push(Value.NONE);
        }
        else if (Take("True"))
        {
            Push(Value.TRUE);
        }
        else if (Take("False"))
        {
            Push(Value.FALSE);
        }
        else if (Take("NotImplemented"))
        {
            Push(Value.NOT_IMPLEMENTED);
        }
        else if (Take("Ellipsis"))
        {
            Push(Value.ELLIPSIS);
        }
        else if (Take("int"))
        {
            Push(Machine.BuiltinValue(Builtin.@int));
        }
        else if (Take("len"))
        {
            Push(Machine.BuiltinValue(Builtin.len));
        }
        else if (Take("set()"))
        {
            Push(Hashed(Kind.SET, 0));
        }
        else if (Take("bytearray("))
        {
            PushBytearray();
        }
        else if (Take("b'") || Take("b\""))
        {
            Push(Text(Kind.BYTES));
        }
        else if (Take("'") || Take("\""))
        {
            Push(Text(Kind.STR));
        }
        else if (Peek() is '(' or '[' or '{')
        {
            PushContainer();
        }
        else
        {
            PushNumber();
        }
    }

    private void PushNumber()
    {
        int start = _next;
        while (_next < _source.Length && (char.IsAsciiLetterOrDigit(_source[_next]) || _source[_next] is '.' or '-' or '+'))
        {
            _next++;
        }

        string text = _source[start.._next];
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            Push(_arena.NewInt(whole));
            return;
        }

        Push(_arena.NewFloat(text switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        }));
    }

    // The rest of a quoted literal; the quote was the character before.
    private int Text(int kind)
    {
        char quote = _source[_next - 1];
        int to = _arena.TextTop;
        while (_source[_next] != quote)
        {
            int point = _source[_next++];
            if (point == '\\')
            {
                char letter = _source[_next++];
                int digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
                point = digits > 0 ? int.Parse(_source.AsSpan(_next, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    : letter switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => letter };
                _next += digits;
            }

            if (kind == Kind.BYTES)
            {
                _arena.Text[to++] = (byte)point;
            }
            else
            {
                to += Encoding.UTF8.GetBytes(char.ConvertFromUtf32(point), 0, point > 0xFFFF ? 2 : 1, _arena.Text, to);
            }
        }

        _next++;
        int value = _arena.NewText(kind, to - _arena.TextTop);
        return kind == Kind.STR ? _arena.SetAscii(value) : value;
    }

    private void PushBytearray()
    {
        _next += 2;
        int bytes = Text(Kind.BYTES);
        _next++;
        int value = _arena.NewObject(Kind.BYTEARRAY, 3);
        _arena.Heap[(value >> 2) + 1] = Machine.Small(_arena.Heap[(bytes >> 2) + 2]);
        _arena.Heap[(value >> 2) + 2] = bytes;
        Push(value);
    }

    private void PushContainer()
    {
        char open = _source[_next++];
        int first = _arena.Top;
        bool pairs = open == '{' && Peek() == '}';
        while (Peek() is not (')' or ']' or '}'))
        {
            PushValue();
            pairs |= open == '{' && Peek() == ':';
            Skip(Peek() is ',' or ':');
        }

        _next++;
        int count = _arena.Top - first;
        int value;
        if (open == '{')
        {
            value = Hashed(pairs ? Kind.DICT : Kind.SET, pairs ? count / 2 : count);
            int items = _arena.Heap[(value >> 2) + 3] >> 2;
            for (int i = 0; i < (pairs ? count / 2 : count); i++)
            {
                _arena.Heap[items + 1 + i * 3] = _arena.Stack[first + (pairs ? i * 2 : i)];
                _arena.Heap[items + 2 + i * 3] = pairs ? _arena.Stack[first + i * 2 + 1] : Value.NONE;
                _arena.Heap[items + 3 + i * 3] = Machine.Small(0);
            }
        }
        else
        {
            int items = _arena.NewObject(open == '(' ? Kind.TUPLE : Kind.BUFFER, count + 1);
            for (int i = 0; i < count; i++)
            {
                _arena.Heap[(items >> 2) + 1 + i] = _arena.Stack[first + i];
            }

            value = items;
            if (open == '[')
            {
                value = _arena.NewObject(Kind.LIST, 3);
                _arena.Heap[(value >> 2) + 1] = Machine.Small(count);
                _arena.Heap[(value >> 2) + 2] = items;
            }
        }

        _arena.Top = first;
        Push(value);
    }

    // A dict or set with room for so many entries, which are not filled in; nothing here looks anything up.
    private int Hashed(int kind, int count)
    {
        int value = _arena.NewObject(kind, 5);
        _arena.Heap[(value >> 2) + 1] = Machine.Small(count);
        _arena.Heap[(value >> 2) + 2] = Machine.Small(count);
        if (count > 0)
        {
            _arena.Heap[(value >> 2) + 3] = _arena.NewObject(Kind.BUFFER, 1 + count * 3);
        }

        return value;
    }
}
