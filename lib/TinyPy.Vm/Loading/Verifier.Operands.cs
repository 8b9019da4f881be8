// What the rarer instructions name, those that OpTable.Facts leaves to code.
namespace TinyPy.Vm
{
    internal sealed partial class Verifier
    {
        // What is not looked at in the pass itself; leaves what the operands take and give in the fields.
        private int CheckRare(int op, int at)
        {
            byte[] code = _code;
            int next = at + OpTable.Length[op];
            int first = next > at + 1 ? code[at + 1] : 0;
            int wide = next > at + 2 ? first | code[at + 2] << 8 : first;
            CountOperands(op, at);
            switch (op)
            {
                case Op.LOAD_CELL:
                case Op.STORE_CELL:
                case Op.DELETE_CELL:
                    return first >= _locals ? Err.ImageLocal : IsCell(first) ? 0 : Err.ImageClosureUse;
                case Op.MAKE_CELL:
                    return first >= _locals ? Err.ImageLocal : MakeCells(at, next, first, 1);
                case Op.COPY_FREE:
                    int count = code[at + 2];
                    return first >= _locals || first + count > _locals ? Err.ImageLocal
                        : at != _start || count == 0 || count != (int)((uint)_arena.Heap[_record + Machine.F_SHAPE] >> 24) ? Err.ImageClosureUse
                        : MakeCells(at, next, first, count);
                case Op.MAKE_GENERATOR:
                    if (at != _leading || (_flags & Loader.GENERATOR) == 0 || !Settle(next))
                    {
                        return Err.ImageClosureUse;
                    }

                    _generator = true;
                    return 0;
                case Op.YIELD:
                case Op.YIELD_FROM:
                    return _generator ? 0 : Err.ImageClosureUse;
                case Op.RETURN_LOCAL:
                    return first < _locals ? 0 : Err.ImageLocal;
                case Op.ADD_RETURN:
                    return next < _end && code[next] == Op.RETURN ? 0 : Err.ImageOperandCut;
                case Op.INVOKE:
                    return next + 6 <= _end && code[next] == Op.LOAD_METHOD_L && code[next + 4] == Op.CALL_METHOD && code[next + 5] == 0 ? 0 : Err.ImageOperandCut;
                case Op.INC_SELF:
                    return IsIncrement(next) ? 0 : Err.ImageOperandCut;
                case Op.DRIVE_PIN:
                    return IsDrive(next) ? 0 : Err.ImageKindOperand;
                case Op.LOAD_STATIC_W:
                    return wide < _machine.ConstantCount ? 0 : Err.ImageStatic;
                case Op.LOAD_GLOBAL_W:
                case Op.STORE_GLOBAL_W:
                case Op.DELETE_GLOBAL:
                case Op.RUN_ONCE:
                    return wide >= _machine.GlobalAt && wide < _machine.StaticCount ? 0 : Err.ImageStatic;
                case Op.CLASS_LOOKUP:
                    return _locals == 0 ? Err.ImageLocal : (_flags & Loader.CLASS_BODY) == 0 ? Err.ImageClosureUse : CheckName(wide);
                case Op.LOAD_SUPER:
                case Op.BUILD_CLASS:
                    return CheckName(wide);
                case Op.BINARY:
                case Op.INPLACE:
                    return first <= 12 ? 0 : Err.ImageKindOperand;
                case Op.FORMAT:
                    return first <= 7 ? 0 : Err.ImageKindOperand;
                case Op.RAISE:
                    return first <= 2 ? 0 : Err.ImageKindOperand;
                case Op.BUILD_SLICE:
                    return first == 2 || first == 3 ? 0 : Err.ImageCountOperand;
                case Op.LIST_APPEND:
                case Op.SET_ADD:
                case Op.DICT_ADD:
                    return first != 0 ? 0 : Err.ImageCountOperand;
                case Op.BUILD_DICT:
                case Op.UNPACK:
                case Op.UNPACK_EX:
                    return 0;
                case Op.MAKE_FUNCTION:
                    return CheckFunction(wide, 0);
                case Op.MAKE_CLOSURE:
                    return code[at + 3] < 1 || code[at + 3] > 7 ? Err.ImageKindOperand : CheckFunction(wide, code[at + 3]);
                case Op.CALL_DIRECT:
                    return CheckCallee(first, code[at + 2]);
                case Op.CALL_KW:
                case Op.CALL_METHOD_KW:
                    return CheckNames(code[at + 2] | code[at + 3] << 8, first);
                case Op.CALL_BUILTIN_KW:
                    int error = CheckBuiltin(wide);
                    return error != 0 ? error : CheckNames(code[at + 4] | code[at + 5] << 8, code[at + 3]);
                default:
                    // An instruction that this code was not taught.
                    return Err.ImageOpcode;
            }
        }

        // The values that a rare instruction takes and gives by its operands, beside those of OpTable.Facts.
        private void CountOperands(int op, int at)
        {
            _taken = 0;
            _given = 0;
            switch (op)
            {
                case Op.RAISE:
                case Op.BUILD_SLICE:
                    _taken = _code[at + 1];
                    break;
                case Op.CALL_KW:
                    _taken = _code[at + 1] + 1;
                    break;
                case Op.CALL_DIRECT:
                    _taken = _code[at + 2] + 1;
                    break;
                case Op.CALL_METHOD_KW:
                    _taken = _code[at + 1] + 2;
                    break;
                case Op.CALL_BUILTIN_KW:
                case Op.BUILD_CLASS:
                    _taken = _code[at + 3];
                    break;
                case Op.BUILD_DICT:
                    _taken = _code[at + 1] * 2;
                    break;
                case Op.FORMAT:
                    _taken = 1 + (_code[at + 1] >> 2);
                    break;
                case Op.MAKE_CLOSURE:
                    int kind = _code[at + 3];
                    _taken = (kind & 1) + (kind >> 1 & 1) + (kind >> 2);
                    break;
                case Op.UNPACK:
                    _given = _code[at + 1];
                    break;
                case Op.UNPACK_EX:
                    _given = _code[at + 1] + _code[at + 2] + 1;
                    break;
            }
        }

        // Locals become cells; the first time of each is passed on every way to what stands behind it.
        private int MakeCells(int at, int next, int local, int count)
        {
            if ((count > 1 || !IsCell(local)) && !Settle(next))
            {
                return Err.ImageClosureUse;
            }

            for (; count > 0; count--)
            {
                SetCell(local++);
            }

            if (at == _leading)
            {
                _leading = next;
            }

            return 0;
        }

        // What CALL_BUILTIN calls: neither a module nor a constant, and granted.
        private int CheckBuiltin(int builtin)
        {
            int kind = builtin < BuiltinTable.COUNT ? BuiltinTable.KindOf(builtin) : BuiltinTable.KIND_MODULE;
            if (kind == BuiltinTable.KIND_MODULE || kind == BuiltinTable.KIND_CONSTANT)
            {
                return Err.ImageBuiltinOperand;
            }

            return _loader.IsGranted(builtin) ? 0 : Err.ImageDenied;
        }

        private int CheckName(int name)
        {
            return _loader.Name(name) != 0 ? 0 : Err.ImageNameOperand;
        }

        // The static of a call with keywords: a `names` constant with no more names than the call has values.
        private int CheckNames(int constant, int count)
        {
            int names = constant < _machine.ConstantCount ? _arena.Stack[constant] : 0;
            if (_arena.KindOf(names) != Kind.TUPLE || (_arena.Heap[names >> 2] & Loader.NAMES) == 0)
            {
                return Err.ImageStatic;
            }

            return count <= Limit.MAX_ARGUMENTS && (int)((uint)_arena.Heap[names >> 2] >> 8) - 1 <= count ? 0 : Err.ImageCountOperand;
        }

        // What CALL_DIRECT calls: binding its arguments is counting them, and it does not look at the callee, which may be anything. Function 0 is no callee:
        // that of an open program is another one after each extension.
        private int CheckCallee(int function, int count)
        {
            if (function >= _loader.Functions || function == 0)
            {
                return Err.ImageFunctionOperand;
            }

            int record = _machine.FunctionWord(function);
            return (_arena.Heap[record + Machine.F_FLAGS] & (Loader.FREES | Loader.GENERATOR)) != 0 || _arena.Heap[record + Machine.F_ARGS] != count ? Err.ImageFunctionOperand : 0;
        }

        // What is made has what the function of that number can take: defaults for its parameters, and cells exactly if it copies them.
        private int CheckFunction(int function, int kind)
        {
            if (function >= _loader.Functions || function == 0 && _machine.IsOpen)
            {
                return Err.ImageFunctionOperand;
            }

            int record = _machine.FunctionWord(function);
            int shape = _arena.Heap[record + Machine.F_SHAPE];
            bool cells = (_arena.Heap[record + Machine.F_FLAGS] & Loader.FREES) != 0;
            return (kind & 1) != 0 && (shape & 255) == 0 || (kind & 2) != 0 && (shape >> 16 & 255) == 0 || cells != ((kind & 4) != 0)
                ? Err.ImageKindOperand : 0;
        }
    }
}
