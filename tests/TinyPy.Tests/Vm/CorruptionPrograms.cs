// Programs made at random that keep the verifier's rules and no others: any instruction on values of any kind, locals bound or not, loops,
// regions, closures and generators. They go where no compiler goes.
using TinyPy.Vm;

namespace TinyPy.Tests.Vm;

/// <summary>Makes images of random functions.</summary>
internal sealed class CorruptionPrograms
{
    private const int Functions = 5;
    private const int Locals = 6;
    private const int Constants = 9;
    private const int Globals = 3;

    private readonly Random _random;
    private readonly FunctionBuilder _function;
    private readonly int _number;
    private int _depth;
    private int _most;
    private int _floor;
    private int _labels;

    private CorruptionPrograms(Random random, FunctionBuilder function, int number)
    {
        _random = random;
        _function = function;
        _number = number;
    }

    // Function 1 takes a positional parameter, 2 *args and **kwargs and keyword-only ones, 3 is a generator with a cell, 4 a class body.
    public static byte[] Make(Random random)
    {
        ImageBuilder image = new();
        image.Name("aa").Name("bb").Int(7).Int(1L << 50).Str("text").Str("é").Constant(2, BitConverter.GetBytes(-0.75)).Constant(4, 2, 0, 200);
        image.Constant(5, 3, 0, 2, 4).Constant(7, [1, .. ImageBuilder.Varint(ImageBuilder.FirstName)]).Constant(5, 1, 6);
        image.Globals = Globals;
        for (int i = 0; i < Functions; i++)
        {
            FunctionBuilder function = image.Function(0, Locals, i switch { 2 => 1 | 2 | 8, 3 => 4 | 64, 4 => 16, _ => 0 });
            function.Positional = i is 1 or 2 or 4 ? 1 : 0;
            if (i == 2)
            {
                function.KeywordOnly = 1;
                function.ParameterNames.AddRange([ImageBuilder.FirstName, ImageBuilder.FirstName + 1]);
            }

            new CorruptionPrograms(random, function, i).Body();
        }

        return image.Build();
    }

    private void Body()
    {
        if (_number == 3)
        {
            _function.Frees = 1;
            _function.Add(Op.COPY_FREE, 5, 1).Add(Op.MAKE_GENERATOR);
        }
        else
        {
            _function.Add(Op.MAKE_CELL, 5);
        }

        Block(_random.Next(4, 25), 3);
        while (_depth > 0 && _random.Next(2) == 0)
        {
            Plain(Op.POP);
        }

        if (_depth > 0)
        {
            if (_depth > 1 && _random.Next(2) == 0)
            {
                Plain(Op.ADD_RETURN);
            }

            Plain(Op.RETURN);
        }
        else
        {
            Plain(Op.RETURN_NONE);
        }

        _function.Stack = _most;
    }

    private void Block(int count, int nesting)
    {
        for (int i = 0; i < count; i++)
        {
            switch (nesting == 0 ? 9 : _random.Next(14))
            {
                case 0:
                    Loop(nesting);
                    break;
                case 1:
                    Skip(nesting);
                    break;
                case 2:
                    Try(nesting);
                    break;
                case 3:
                    Call();
                    break;
                case 4:
                    Literal();
                    break;
                default:
                    Instruction();
                    break;
            }
        }
    }

    // The stack goes back to a depth.
    private void Level(int depth)
    {
        while (_depth > depth)
        {
            Plain(Op.POP);
        }

        while (_depth < depth)
        {
            Plain(Op.PUSH_NONE);
        }
    }

    private void Loop(int nesting)
    {
        string label = $"l{_labels++}";
        int outer = _floor;
        int values = _random.Next(3);
        if (values == 0)
        {
            // for: an iterator of whatever there is.
            Literal();
            Plain(Op.GET_ITER);
            int depth = _depth;
            _floor = depth;
            _function.Jump(Op.JUMP, label + "n").Label(label);
            Block(_random.Next(1, 5), nesting - 1);
            Level(depth);
            _function.Label(label + "n").Jump(Op.FOR_NEXT_LOCAL, label, _random.Next(5));
            _floor = outer;
            _depth--;
            return;
        }

        // for in range: three values of any kind.
        Fresh(3);
        if (_random.Next(2) == 0)
        {
            Plain(Op.RANGE_INIT);
        }

        int start = _depth;
        _floor = start;
        _function.Jump(Op.JUMP, label + "n").Label(label);
        Block(_random.Next(1, 5), nesting - 1);
        Level(start);
        _function.Label(label + "n").Jump(Op.RANGE_NEXT, label, _random.Next(5));
        _floor = outer;
        _depth -= 3;
    }

    private void Skip(int nesting)
    {
        string label = $"s{_labels++}";
        int op = _random.Next(Op.JUMP_IF_TRUE, Op.JUMP_NOT_NE_INT + 1);
        if (op is Op.JUMP_IF_TRUE_OR_POP or Op.JUMP_IF_FALSE_OR_POP)
        {
            op = Op.JUMP_IF_NONE;
        }

        Push(OpTable.Pop[op]);
        int[] operands = OpTable.Layout[op] switch
        {
            OpTable.LAYOUT_LOCAL_LOCAL_JUMP => [_random.Next(Locals), _random.Next(Locals)],
            OpTable.LAYOUT_LOCAL_INT8_JUMP => [_random.Next(Locals), _random.Next(256)],
            OpTable.LAYOUT_INT8_JUMP => [_random.Next(256)],
            _ => [],
        };
        _function.Jump(op, label, operands);
        _depth -= OpTable.Pop[op];
        int depth = _depth;
        int outer = _floor;
        _floor = depth;
        Block(_random.Next(1, 5), nesting - 1);
        Level(depth);
        _floor = outer;
        _function.Label(label);
    }

    private void Try(int nesting)
    {
        string label = $"t{_labels++}";
        int depth = _depth;
        int outer = _floor;
        _floor = depth;
        int start = _function.Size;
        Block(_random.Next(1, 6), nesting - 1);
        Level(depth);
        int end = _function.Size;
        _function.Jump(Op.JUMP, label);
        int handler = _function.Size;
        _depth = depth + 1;
        _most = Math.Max(_most, _depth);
        _function.Add(Op.STORE_LOCAL, _random.Next(5));
        _depth--;
        int context = _function.Size;
        Block(_random.Next(1, 4), nesting - 1);
        Level(depth);
        int contextEnd = _function.Size;
        if (contextEnd > context && _random.Next(2) == 0)
        {
            Region(context, contextEnd - context, context, _random.Next(5));
        }

        _floor = outer;
        if (end > start)
        {
            Region(start, end - start, handler, depth);
        }
        else
        {
            // Nothing leads to the handler: a region of one instruction in front of the jump would be needed.
            Region(end, handler - end, handler, depth);
        }

        _function.Label(label);
        Plain(Op.PUSH_NONE);
    }

    // Keeps the regions in the format's order.
    private void Region(int start, int length, int target, int depth)
    {
        List<int[]> regions = _function.Regions;
        int i = 0;
        while (i < regions.Count && (regions[i][0] > start || (regions[i][0] == start && regions[i][1] <= length)))
        {
            i++;
        }

        regions.Insert(i, [start, length, target, depth]);
    }

    private void Call()
    {
        switch (_random.Next(8))
        {
            case 0:
                int function = _random.Next(Functions);
                if (function == 3)
                {
                    Plain(Op.LOAD_LOCAL, 5);
                    Plain(Op.BUILD_TUPLE, 1);
                    Wide(Op.MAKE_CLOSURE, function, 4);
                }
                else
                {
                    Wide(Op.MAKE_FUNCTION, function);
                }

                int count = function == 0 ? 0 : function == 3 ? 0 : 1;
                Fresh(count);
                Plain(Op.CALL, count);
                break;
            case 1:
                Literal();
                Wide(Op.LOAD_METHOD, _random.Next(1, ImageBuilder.FirstName + 2));
                int arguments = _random.Next(3);
                Fresh(arguments);
                Plain(Op.CALL_METHOD, arguments);
                break;
            case 2:
                Push(2);
                _function.Add(Op.CALL_KW, 1, 7, 0);
                Effect(2, 1);
                break;
            case 3:
                // A class with a body of its own.
                Literal();
                _function.AddWide(Op.BUILD_CLASS, ImageBuilder.FirstName, 1);
                Effect(1, 1);
                Plain(Op.DUP);
                Plain(Op.STORE_LOCAL, _random.Next(5));
                break;
            case 5:
                Fresh(2);
                Plain(Op.CALL_DIRECT, _random.Next(2) == 0 ? 1 : 4, 1);
                break;
            case 4:
                Push(1);
                Plain(Op.BUILD_TUPLE, 1);
                Wide(Op.MAKE_CLOSURE, 1, 1);
                break;
            default:
                Builtins();
                break;
        }
    }

    private void Builtins()
    {
        int builtin = _random.Next(BuiltinTable.COUNT);
        int kind = BuiltinTable.KindOf(builtin);
        if (kind is BuiltinTable.KIND_MODULE or BuiltinTable.KIND_CONSTANT || _random.Next(4) == 0)
        {
            Wide(Op.LOAD_BUILTIN, builtin);
            return;
        }

        int count = _random.Next(4) == 0 ? _random.Next(4) : BuiltinTable.Args[builtin] & 7;
        Push(count);
        _function.AddWide(Op.CALL_BUILTIN, builtin, count);
        Effect(count, 1);
    }

    private void Literal()
    {
        switch (_random.Next(6))
        {
            case 0:
                Plain(Op.LOAD_STATIC, _random.Next(Constants));
                break;
            case 1:
                Plain(Op.PUSH_INT, _random.Next(256));
                break;
            case 2:
                Plain(Op.LOAD_LOCAL, _random.Next(Locals));
                break;
            case 3:
                int op = _random.Next(Op.BUILD_TUPLE, Op.BUILD_STRING + 1);
                int count = _random.Next(3);
                Fresh(op == Op.BUILD_DICT ? 2 * count : count);
                _function.Add(op, count);
                Effect(op == Op.BUILD_DICT ? 2 * count : count, 1);
                break;
            case 4:
                Wide(Op.LOAD_BUILTIN, _random.Next(BuiltinTable.COUNT));
                break;
            default:
                Plain(_random.Next(Op.PUSH_NONE, Op.PUSH_FALSE + 1));
                break;
        }
    }

    // Any instruction that neither jumps nor ends, with what it takes on the stack.
    private void Instruction()
    {
        int op;
        do
        {
            op = _random.Next(1, Op.COUNT);
        }
        while (!OpTable.FallsThrough(op) || op is Op.MAKE_CELL or Op.ADD_RETURN or Op.COPY_FREE or Op.MAKE_GENERATOR or Op.BUILD_SLICE or Op.CALL_EX
            || (op is Op.YIELD or Op.YIELD_FROM && _number != 3) || (OpTable.Pop[op] == 255 && op is not Op.FORMAT)
            || OpTable.Layout[op] is OpTable.LAYOUT_JUMP or OpTable.LAYOUT_INT8_JUMP or OpTable.LAYOUT_LOCAL_INT8_JUMP or OpTable.LAYOUT_LOCAL_LOCAL_JUMP
                or OpTable.LAYOUT_LOCAL_JUMP or OpTable.LAYOUT_NAME_JUMP or OpTable.LAYOUT_STATIC16_JUMP or OpTable.LAYOUT_FUNC or OpTable.LAYOUT_FUNC_KIND);
        if (op == Op.INC_SELF)
        {
            int counted = _random.Next(1, ImageBuilder.FirstName + 2);
            _function.Add(op);
            Wide(Op.GET_SELF, counted);
            Plain(Op.IADD_INT, _random.Next(256));
            Wide(Op.SET_SELF, counted);
            return;
        }

        if (op == Op.INVOKE)
        {
            int invoked = _random.Next(1, ImageBuilder.FirstName + 2);
            Plain(op);
            _function.Add(Op.LOAD_METHOD_L, _random.Next(Locals), invoked & 255, invoked >> 8);
            Effect(0, 2);
            Plain(Op.CALL_METHOD, 0);
            return;
        }

        if (op == Op.DRIVE_PIN)
        {
            (int action, int called) = _random.Next(4) switch { 0 => (0, Word.off), 1 => (1, Word.on), 2 => (2, Word.toggle), _ => (4 + _random.Next(2), Word.value) };
            int pin = _random.Next(Locals - 1);
            Plain(op, pin, action);
            _function.Add(Op.LOAD_METHOD_L, pin, called & 255, called >> 8);
            Effect(0, 2);
            if (action >= 4)
            {
                Plain(Op.PUSH_INT, action - 4);
            }

            Plain(Op.CALL_METHOD, action / 4);
            Plain(Op.POP);
            return;
        }

        int pop = op == Op.FORMAT ? 2 : OpTable.Pop[op];
        if (op is Op.LIST_APPEND or Op.SET_ADD or Op.DICT_ADD)
        {
            Push(pop + 1);
            _function.Add(op, 1);
            Effect(pop, 0);
            return;
        }

        Push(pop);
        bool isCell = op is Op.LOAD_CELL or Op.STORE_CELL or Op.DELETE_CELL;
        bool isLoad = op is Op.LOAD_LOCAL or Op.LOAD_LOCAL_CHECK or Op.LOAD_LOCALS or Op.GET_ITEM_LL or Op.SET_ITEM_LL;
        int local = isCell ? 5 : _random.Next(isLoad ? Locals : Locals - 1);
        int low = op - (op >= Op.STORE_LOCAL_0 ? Op.STORE_LOCAL_0 : Op.LOAD_LOCAL_0);
        if (op is >= Op.STORE_LOCAL_0 and <= Op.STORE_LOCAL_7 or >= Op.LOAD_LOCAL_0 and <= Op.LOAD_LOCAL_7)
        {
            op -= Math.Max(0, low - 4);
        }

        switch (OpTable.Layout[op])
        {
            case OpTable.LAYOUT_LOCAL:
                _function.Add(op, local);
                break;
            case OpTable.LAYOUT_LOCAL_LOCAL:
                _function.Add(op, local, _random.Next(Locals));
                break;
            case OpTable.LAYOUT_LOCAL_INT8:
                _function.Add(op, local, _random.Next(256));
                break;
            case OpTable.LAYOUT_LOCAL_NAME:
                int name = _random.Next(1, ImageBuilder.FirstName + 2);
                _function.Add(op, local, name & 255, name >> 8);
                break;
            case OpTable.LAYOUT_INT8:
                _function.Add(op, _random.Next(256));
                break;
            case OpTable.LAYOUT_STATIC:
                _function.Add(op, op == Op.LOAD_STATIC ? _random.Next(Constants) : Constants + _random.Next(Globals));
                break;
            case OpTable.LAYOUT_STATIC16:
                _function.AddWide(op, op == Op.LOAD_STATIC_W ? _random.Next(Constants) : Constants + _random.Next(Globals));
                break;
            case OpTable.LAYOUT_BUILTIN:
                _function.AddWide(op, _random.Next(BuiltinTable.COUNT));
                break;
            case OpTable.LAYOUT_NAME:
                _function.AddWide(op, _random.Next(1, ImageBuilder.FirstName + 2));
                break;
            case OpTable.LAYOUT_KIND:
                _function.Add(op, op == Op.FORMAT ? _random.Next(4, 8) : _random.Next(13));
                break;
            case OpTable.LAYOUT_COUNT:
                int count = _random.Next(4);
                _function.Add(op, count);
                Effect(pop, count);
                return;
            case OpTable.LAYOUT_COUNT_COUNT:
                int first = _random.Next(3);
                int second = _random.Next(3);
                _function.Add(op, first, second);
                Effect(pop, first + second + 1);
                return;
            default:
                _function.Add(op);
                break;
        }

        Effect(pop, OpTable.PushOnNext(op));
    }

    // So many values on top that may be taken: those above the floor, and new ones.
    private void Push(int count)
    {
        while (_depth - _floor < count)
        {
            Literal();
        }
    }

    // So many new values.
    private void Fresh(int count)
    {
        for (; count > 0; count--)
        {
            Literal();
        }
    }

    private void Plain(int op, params int[] operands)
    {
        _function.Add(op, operands);
        int pop = op switch
        {
            Op.CALL => operands[0] + 1,
            Op.CALL_DIRECT => operands[1] + 1,
            Op.CALL_METHOD => operands[0] + 2,
            Op.BUILD_TUPLE => operands[0],
            _ => OpTable.Pop[op],
        };
        Effect(pop, OpTable.PushOnNext(op));
    }

    private void Wide(int op, int operand, params int[] rest)
    {
        _function.AddWide(op, operand, rest);
        Effect(op == Op.MAKE_CLOSURE ? 1 : OpTable.Pop[op], OpTable.PushOnNext(op));
    }

    private void Effect(int pop, int push)
    {
        Assert.True(_depth - pop >= _floor);
        _depth += push - pop;
        _most = Math.Max(_most, _depth);
    }
}
