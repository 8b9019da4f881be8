// The tables of an image: names, constants, functions, hooks, requirements, each checked as it is read.
using System;

namespace TinyPy.Vm
{
    internal sealed partial class ImageLoader : Loader
    {
        private void ReadNames(int count)
        {
            int previous = 0;
            int previousLength = 0;
            for (int i = 0; i < count && _error == 0; i++)
            {
                _arena.Heap[_machine.NameWord(_firstName + i)] = _at;
                int length = Varint();
                int start = Skip(length);
                if (_error == 0 && (Utf8(start, length) < 0 || (_machine.IsOpen ? length == 0 : !Ascends(previous, previousLength, start, length))
                    || NameTable.Find(_image, start, length) != 0))
                {
                    Fail(Err.ImageNameText, start);
                }

                previous = start;
                previousLength = length;
            }
        }

        // Whether the second text comes behind the first; nothing comes behind itself, and the empty text behind none.
        private bool Ascends(int first, int firstLength, int second, int secondLength)
        {
            byte[] image = _image;
            for (int i = 0; i < firstLength && i < secondLength; i++)
            {
                int order = image[second + i] - image[first + i];
                if (order != 0)
                {
                    return order > 0;
                }
            }

            return secondLength > firstLength;
        }

        private void ReadConstants(int count)
        {
            Arena a = _arena;
            for (int i = 0; i < count && _error == 0; i++)
            {
                int value = ReadConstant(Byte(), _firstConstant + i);
                a.Stack[_firstConstant + i] = value;
            }
        }

        // The value of constant `number`.
        private int ReadConstant(int tag, int number)
        {
            Arena a = _arena;
            int at = _at;
            int length = 0;
            switch (tag)
            {
                case 0:
                    return Value.UNBOUND;
                case 1:
                    long wide = SignedVarint();
                    return Room(3, 0, 0) ? a.NewInt(wide) : 0;
                case 2:
                    at = Skip(8);
                    return Room(0, 0, 1) ? a.NewFloat(System.BitConverter.ToDouble(_image, at)) : 0;
                case 3:
                case 4:
                    length = Varint();
                    at = Skip(length);
                    int ascii = _error == 0 && tag == 3 ? Utf8(at, length) : 0;
                    if (ascii < 0)
                    {
                        return Fail(Err.ImageConstantValue, at);
                    }

                    if (!Room(4, length, 0))
                    {
                        return 0;
                    }

                    System.Array.Copy(_image, at, a.Text, a.TextTop, length);
                    int text = a.NewText(tag == 3 ? Kind.STR : Kind.BYTES, length);
                    a.Heap[text >> 2] |= ascii;
                    return text;
                case 5:
                case 7:
                    length = Varint();
                    if (length > _end - _at)
                    {
                        return Fail(Err.ImageTruncated, _end);
                    }

                    if (length == 0 && tag == 7)
                    {
                        return Fail(Err.ImageConstantValue, at);
                    }

                    if (!Room(length + 1, 0, 0))
                    {
                        return 0;
                    }

                    int tuple = a.NewObject(Kind.TUPLE | (tag == 7 ? NAMES : 0), length + 1);
                    for (int i = 1; i <= length; i++)
                    {
                        at = _at;
                        int item = Varint();
                        int name = tag == 5 ? 0 : Name(item);
                        if (tag == 5 ? item >= number : name == 0)
                        {
                            return Fail(Err.ImageConstantValue, at);
                        }

                        a.Heap[(tuple >> 2) + i] = tag == 5 ? a.Stack[item] : Machine.Small(name);
                    }

                    return tuple;
                case 6:
                    int builtin = Varint();
                    int kind = builtin < BuiltinTable.COUNT ? BuiltinTable.KindOf(builtin) : BuiltinTable.KIND_MODULE;
                    if (kind == BuiltinTable.KIND_MODULE || kind == BuiltinTable.KIND_CONSTANT && builtin > Builtin.Ellipsis)
                    {
                        return Fail(Err.ImageConstantValue, at);
                    }

                    return IsGranted(builtin) ? Machine.BuiltinValue(builtin) : Fail(Err.ImageDenied, at);
                default:
                    return Fail(Err.ImageConstantTag, at - 1);
            }
        }

        // Reads the function headers; the result is the length of all code.
        private int ReadFunctions(int count)
        {
            int[] heap = _arena.Heap;
            int code = 0;
            for (int i = 0; i < count && _error == 0; i++)
            {
                int start = _at;
                int record = Record(i);
                int named = Varint();
                int name = named == 0 ? 0 : Name(named);
                int flags = Byte();
                int positional = Byte();
                int positionalOnly = (flags & PARAMETER_NAMES) != 0 ? Byte() : 0;
                int keywordOnly = (flags & PARAMETER_NAMES) != 0 ? Byte() : 0;
                int locals = Byte();
                int stack = Varint();
                int frees = (flags & FREES) != 0 ? Byte() : 1;
                int length = Varint();
                int regions = Varint();
                if (locals > Limit.MAX_LOCALS || stack > Limit.MAX_STACK || length > Limit.MAX_CODE || regions > Limit.MAX_REGIONS)
                {
                    Fail(Err.ImageTooLarge, start);
                }

                if (named != 0 && name == 0 || flags > 127 || positionalOnly > positional || frees == 0 || frees > locals && (flags & FREES) != 0
                    || positional + keywordOnly + (flags & 1) + (flags >> 1 & 1) > locals || length == 0 || i == 0 && (flags | positional) != 0)
                {
                    Fail(Err.ImageFunctionHeader, start);
                }

                int info = _at;
                if ((flags & PARAMETER_NAMES) != 0)
                {
                    for (int j = 0; j < positional + keywordOnly && _error == 0; j++)
                    {
                        int place = _at;
                        int parameter = Varint();
                        int own = parameter == 0 ? 0 : Name(parameter);
                        if (parameter != 0 && own == 0)
                        {
                            Fail(Err.ImageFunctionHeader, start);
                        }
                        else if (own != parameter)
                        {
                            // Both are beyond the standard names and below 8,192: two bytes.
                            _image[place] = (byte)(own & 127 | 128);
                            _image[place + 1] = (byte)(own >> 7);
                        }
                    }
                }
                else
                {
                    info = 0;
                }

                heap[record + Machine.F_REGIONS] = _at;
                for (int j = regions * 4; j > 0 && _error == 0; j--)
                {
                    Varint();
                }

                heap[record + Machine.F_CODE] = code;
                code += length;
                heap[record + Machine.F_ARGS] = (flags & (1 | 2 | INTERNAL)) != 0 || keywordOnly != 0 ? -1 : positional;
                heap[record + Machine.F_LOCALS] = locals;
                heap[record + Machine.F_NEED] = locals + stack + Limit.FRAME_SLACK;
                heap[record + Machine.F_PLAIN] = heap[record + Machine.F_ARGS] < 0 ? 255 : positional | heap[record + Machine.F_NEED] - positional << 8 | (locals - positional < 127 ? locals - positional : 127) << 24;
                heap[record + Machine.F_FLAGS] = flags;
                heap[record + Machine.F_SHAPE] = positional | positionalOnly << 8 | keywordOnly << 16 | ((flags & FREES) != 0 ? frees << 24 : 0);
                heap[record + Machine.F_INFO] = info;
                heap[record + Machine.F_NAME] = name;
                heap[record + Machine.F_END] = code;
                heap[record + Machine.F_COUNT] = regions;
            }

            return code;
        }

        private void ReadHooks(int count)
        {
            int last = 0;
            for (int i = 0; i < count && _error == 0; i++)
            {
                int start = _at;
                int hook = Varint();
                int function = Varint();
                if (hook <= last || hook > MAX_HOOK || function >= Functions
                    || (_arena.Heap[_machine.FunctionWord(function) + Machine.F_FLAGS] & (INTERNAL | FREES)) != INTERNAL)
                {
                    Fail(Err.ImageHookTable, start);
                }

                _arena.Heap[_machine.HookWord(_firstHook + i)] = hook;
                _arena.Heap[_machine.HookWord(_firstHook + i) + 1] = function;
                last = hook;
            }
        }

        private void ReadRequirements(int count)
        {
            int lastKind = 0;
            int last = 0;
            Policy policy = _machine.Policy;
            for (int i = 0; i < count && _error == 0; i++)
            {
                int start = _at;
                int kind = Byte();
                int value = Varint();
                if (kind < 1 || kind > 5 || kind < lastKind || kind == lastKind && value <= last
                    || kind == 1 && (value >= BuiltinTable.COUNT || BuiltinTable.KindOf(value) != BuiltinTable.KIND_MODULE))
                {
                    Fail(Err.ImageRequirementTable, start);
                }
                // The kind of a pin's use is one more than the flags of the policy that grant it.
                else if (policy == null || (kind == 1 ? !policy.Grants(value) : (policy.PinFlags(value) & (kind - 1)) == 0))
                {
                    Fail(Err.ImageDenied, start);
                }

                lastKind = kind;
                last = value;
            }
        }
    }
}
