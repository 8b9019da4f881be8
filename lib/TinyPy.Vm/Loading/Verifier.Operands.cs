// What the rarer instructions name, those that OpTable.Facts leaves to code: their operands are read once and checked against the tables of the image.
namespace TinyPy.Vm
{
    internal sealed partial class Verifier
    {
        // Sorts the operands into fields; what an instruction does not have is -1, which passes every check that it has no business with.
        private void ReadOperands(int op, int layout, int next)
        {
            byte[] code = _machine.Image;
            int at = _start + next - OpTable.Length[op] + 1;
            int first = next == at - _start ? 0 : code[at];
            int second = next < at - _start + 2 ? 0 : code[at + 1];
            _local = -1;
            _second = -1;
            _static = -1;
            _number = -1;
            _wide = first | second << 8;
            switch (layout)
            {
                case OpTable.LAYOUT_LOCAL:
                case OpTable.LAYOUT_LOCAL_INT8:
                case OpTable.LAYOUT_LOCAL_INT8_JUMP:
                case OpTable.LAYOUT_LOCAL_JUMP:
                    _local = first;
                    break;
                case OpTable.LAYOUT_LOCAL_COUNT:
                    _local = first;
                    _number = second;
                    break;
                case OpTable.LAYOUT_LOCAL_LOCAL:
                case OpTable.LAYOUT_LOCAL_LOCAL_JUMP:
                    _local = first;
                    _second = second;
                    break;
                case OpTable.LAYOUT_STATIC:
                    _static = first;
                    break;
                case OpTable.LAYOUT_STATIC16:
                case OpTable.LAYOUT_STATIC16_JUMP:
                    _static = _wide;
                    break;
                case OpTable.LAYOUT_KIND:
                case OpTable.LAYOUT_COUNT:
                    _number = first;
                    break;
                case OpTable.LAYOUT_COUNT_COUNT:
                    _number = first;
                    _second = second;
                    break;
                case OpTable.LAYOUT_FUNC8_COUNT:
                    _wide = first;
                    _number = second;
                    break;
                case OpTable.LAYOUT_COUNT_STATIC16:
                    _number = first;
                    _static = second | code[at + 2] << 8;
                    break;
                case OpTable.LAYOUT_BUILTIN_COUNT_STATIC16:
                    _number = code[at + 2];
                    _static = code[at + 3] | code[at + 4] << 8;
                    break;
                case OpTable.LAYOUT_FUNC_KIND:
                case OpTable.LAYOUT_NAME_COUNT:
                    _number = code[at + 2];
                    break;
                case OpTable.LAYOUT_NAME_JUMP:
                    _local = 0;
                    break;
            }
        }

        private int CheckOperands(int op, int flags)
        {
            int locals = _arena.Heap[_record + Machine.F_LOCALS];
            if (_local >= locals || OpTable.Layout[op] != OpTable.LAYOUT_COUNT_COUNT && _second >= locals || op == Op.COPY_FREE && _local + _number > locals)
            {
                return Err.ImageLocal;
            }

            switch (op)
            {
                case Op.IADD_LOCALS:
                    return IsCell(_local) ? Err.ImageClosureUse : 0;
                case Op.LOAD_CELL:
                case Op.STORE_CELL:
                case Op.DELETE_CELL:
                    return IsCell(_local) ? 0 : Err.ImageClosureUse;
                case Op.LOAD_STATIC_W:
                    return _static < _machine.ConstantCount ? 0 : Err.ImageStatic;
                case Op.LOAD_GLOBAL_W:
                case Op.STORE_GLOBAL_W:
                case Op.DELETE_GLOBAL:
                case Op.RUN_ONCE:
                    return _static >= _machine.GlobalAt && _static < _machine.StaticCount ? 0 : Err.ImageStatic;
                case Op.CLASS_LOOKUP:
                    return (flags & Loader.CLASS_BODY) == 0 ? Err.ImageClosureUse : CheckName();
                case Op.DEL_ATTR:
                case Op.LOAD_SUPER:
                case Op.BUILD_CLASS:
                    return CheckName();
                case Op.BINARY:
                case Op.INPLACE:
                    return _number <= 12 ? 0 : Err.ImageKindOperand;
                case Op.FORMAT:
                    return _number <= 7 ? 0 : Err.ImageKindOperand;
                case Op.RAISE:
                    return _number <= 2 ? 0 : Err.ImageKindOperand;
                case Op.BUILD_SLICE:
                    return _number == 2 || _number == 3 ? 0 : Err.ImageCountOperand;
                case Op.LIST_APPEND:
                case Op.SET_ADD:
                case Op.DICT_ADD:
                    return _number != 0 ? 0 : Err.ImageCountOperand;
                case Op.MAKE_FUNCTION:
                    _number = 0;
                    return CheckFunction();
                case Op.MAKE_CLOSURE:
                    return _number < 1 || _number > 7 ? Err.ImageKindOperand : CheckFunction();
                case Op.CALL_DIRECT:
                    return CheckCallee();
                case Op.LOAD_BUILTIN:
                    return _wide >= BuiltinTable.COUNT ? Err.ImageBuiltinOperand : _loader.IsGranted(_wide) ? 0 : Err.ImageDenied;
                case Op.CALL_KW:
                case Op.CALL_METHOD_KW:
                    return CheckNames();
                case Op.CALL_BUILTIN_KW:
                    int error = CheckBuiltin(_wide);
                    return error != 0 ? error : CheckNames();
                default:
                    return 0;
            }
        }

        // What CALL_BUILTIN calls: neither a module nor a constant, and granted.
        private int CheckBuiltin(int builtin)
        {
            int kind = builtin < BuiltinTable.COUNT ? BuiltinTable.KindOf(builtin) : BuiltinTable.KIND_MODULE;
            if (kind == BuiltinTable.KIND_MODULE || kind == BuiltinTable.KIND_CONSTANT)
            {
                return Err.ImageBuiltinOperand;
            }

            if (!_loader.IsGranted(builtin))
            {
                return Err.ImageDenied;
            }

            return 0;
        }

        private int CheckName()
        {
            return _loader.Name(_wide) != 0 ? 0 : Err.ImageNameOperand;
        }

        // The static of a call with keywords: a `names` constant with no more names than the call has values.
        private int CheckNames()
        {
            int names = _static < _machine.ConstantCount ? _arena.Stack[_static] : 0;
            if (_arena.KindOf(names) != Kind.TUPLE || (_arena.Heap[names >> 2] & Loader.NAMES) == 0)
            {
                return Err.ImageStatic;
            }

            return _number <= Limit.MAX_ARGUMENTS && (int)((uint)_arena.Heap[names >> 2] >> 8) - 1 <= _number ? 0 : Err.ImageCountOperand;
        }

        // What CALL_DIRECT calls: binding its arguments is counting them, and it does not look at the callee, which may be anything. Function 0 is no callee:
        // that of an open program is another one after each extension.
        private int CheckCallee()
        {
            if (_wide >= _loader.Functions || _wide == 0)
            {
                return Err.ImageFunctionOperand;
            }

            int record = _machine.FunctionWord(_wide);
            return (_arena.Heap[record + Machine.F_FLAGS] & (Loader.FREES | Loader.GENERATOR)) != 0 || _arena.Heap[record + Machine.F_ARGS] != _number ? Err.ImageFunctionOperand : 0;
        }

        // What is made has what the function of that number can take: defaults for its parameters, and cells exactly if it copies them.
        private int CheckFunction()
        {
            if (_wide >= _loader.Functions || _wide == 0 && _machine.IsOpen)
            {
                return Err.ImageFunctionOperand;
            }

            int record = _machine.FunctionWord(_wide);
            int shape = _arena.Heap[record + Machine.F_SHAPE];
            bool cells = (_arena.Heap[record + Machine.F_FLAGS] & Loader.FREES) != 0;
            return (_number & 1) != 0 && (shape & 255) == 0 || (_number & 2) != 0 && (shape >> 16 & 255) == 0 || cells != ((_number & 4) != 0)
                ? Err.ImageKindOperand : 0;
        }
    }
}
