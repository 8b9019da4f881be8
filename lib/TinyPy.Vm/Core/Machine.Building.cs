// Instructions that make or fill containers, functions and f-strings out of several values of the stack.
using System;

namespace TinyPy.Vm
{
    public sealed partial class Machine
    {
        // BUILD_SET, BUILD_DICT, BUILD_STRING, BUILD_SLICE, DICT_UPDATE, DICT_MERGE, LIST_TO_TUPLE over stack[at .. at + n).
        private int Build(int op, int at, int n)
        {
            int[] stack = A.Stack;
            if (op == Op.DICT_UPDATE || op == Op.DICT_MERGE)
            {
                return UpdateDict(at, op == Op.DICT_MERGE);
            }

            if (op == Op.LIST_TO_TUPLE)
            {
                return Containers.Construct(Builtin.tuple, at, 1);
            }

            if (op == Op.BUILD_SLICE)
            {
                if (!Need(4, 0, 0))
                {
                    return 0;
                }

                int slice = A.NewObject(Kind.SLICE, 4);
                A.Heap[(slice >> 2) + 1] = stack[at];
                A.Heap[(slice >> 2) + 2] = stack[at + 1];
                A.Heap[(slice >> 2) + 3] = n == 3 ? stack[at + 2] : Value.NONE;
                return slice;
            }

            if (op == Op.BUILD_STRING)
            {
                return JoinParts(at, n);
            }

            // The entries go in one by one from the bottom; the container stands above them.
            int top = at + n;
            int v = Dicts.New(op == Op.BUILD_SET ? Kind.SET : Kind.DICT);
            stack[top] = v;
            A.Top = top + 4;
            stack[top + 1] = 0;
            stack[top + 2] = 0;
            stack[top + 3] = 0;
            int step = op == Op.BUILD_SET ? 1 : 2;
            for (int i = 0; i < n && v != 0; i += step)
            {
                stack[top + 1] = stack[top];
                stack[top + 2] = stack[at + i];
                stack[top + 3] = step == 2 ? stack[at + i + 1] : Value.NONE;
                int status = Dicts.Put(top + 1);
                if (status <= 0)
                {
                    return status == 0 ? 0 : BuildInPython(op, at, n);
                }
            }

            return v == 0 ? 0 : stack[top];
        }

        // BUILD_TUPLE and BUILD_LIST of stack[at .. at + n): the value, or 0 with MemoryError.
        private int BuildSequence(int op, int at, int n)
        {
            if (!Need(n + 4, 0, 0))
            {
                return 0;
            }

            int[] heap = A.Heap;
            int v;
            int items;
            if (op == Op.BUILD_TUPLE)
            {
                items = v = A.NewObject(Kind.TUPLE, n + 1);
            }
            else
            {
                v = A.NewObject(Kind.LIST, 3);
                heap[(v >> 2) + 1] = (n << 1) | 1;
                if (n == 0)
                {
                    return v;
                }

                items = A.NewObject(Kind.BUFFER, n + 1);
                heap[(v >> 2) + 2] = items;
            }

            System.Array.Copy(A.Stack, at, heap, (items >> 2) + 1, n);
            return v;
        }

        // MAKE_FUNCTION and MAKE_CLOSURE, whose operands are at pc and whose parts end at stack[sp]; A.Top becomes where they began. The value, or 0
        // with MemoryError.
        private int MakeFunction(int pc, int sp)
        {
            int function = _code[pc] | _code[pc + 1] << 8;
            int parts = _code[pc - 1] == Op.MAKE_CLOSURE ? _code[pc + 2] : 0;
            int at = sp - (parts & 1) - (parts >> 1 & 1) - (parts >> 2);
            if (!Need(6, 0, 0))
            {
                return 0;
            }

            A.Top = at;
            int v = A.NewObject(Kind.FUNCTION, 6);
            int f = v >> 2;
            A.Heap[f + 1] = (FunctionWord(function) << 1) | 1;
            for (int i = 0; i < 3; i++)
            {
                int part = (parts >> i & 1) != 0 ? A.Stack[at++] : 0;
                if (part != 0 && A.KindOf(part) != Kind.TUPLE
                    || i == 1 && part != 0 && (int)((uint)A.Heap[part >> 2] >> 8) - 1 != (A.Heap[FUNCTIONS + function * F_WORDS + F_SHAPE] >> 16 & 255))
                {
                    return Kill(Err.KillInternal, Small(pc));
                }

                A.Heap[f + 2 + i] = part;
            }

            return v;
        }

        // The STRs stack[at .. at + n) one after the other.
        private int JoinParts(int at, int n)
        {
            int[] stack = A.Stack;
            int[] heap = A.Heap;
            long length = 0;
            int ascii = Kind.ASCII;
            for (int i = at; i < at + n; i++)
            {
                if (!IsStr(stack[i]))
                {
                    return Raise(Err.ConcatStr, stack[i]);
                }

                length += heap[(stack[i] >> 2) + 2];
                ascii &= heap[stack[i] >> 2];
            }

            if (length > A.Text.Length)
            {
                return Raise(Err.OutOfText);
            }

            if (!Charge((int)length >> 3) || !Need(4, (int)length, 0))
            {
                return 0;
            }

            int to = A.TextTop;
            for (int i = at; i < at + n; i++)
            {
                int text = stack[i] >> 2;
                System.Array.Copy(A.Text, heap[text + 1], A.Text, to, heap[text + 2]);
                to += heap[text + 2];
            }

            int v = A.NewText(Kind.STR, (int)length);
            heap[v >> 2] |= ascii;
            return v;
        }

        // A display with keys that only user code can hash: the Python half builds it from a tuple of the values.
        private int BuildInPython(int op, int at, int n)
        {
            if (!Need(n + 1, 0, 0))
            {
                return 0;
            }

            int tuple = A.NewObject(Kind.TUPLE, n + 1);
            for (int i = 0; i < n; i++)
            {
                A.Heap[(tuple >> 2) + 1 + i] = A.Stack[at + i];
            }

            int hook = op == Op.BUILD_SET ? TinyPy.Vm.Hook._build_set : TinyPy.Vm.Hook._build_dict;
            int function = FindHook(hook);
            if (function < 0)
            {
                return Raise(Err.NotImplementedHook);
            }

            A.Stack[at] = tuple;
            A.Top = at + 1;
            Hook(hook);
            PendingCount = 1;
            Pending = PENDING_HOOK_ONE;
            return 0;
        }

        /// <summary>As PENDING_HOOK with one argument, whatever the instruction had.</summary>
        internal const int PENDING_HOOK_ONE = 8;

        // LIST_APPEND, SET_ADD, DICT_ADD of what was popped to stack[at ..] to the container n below: it goes under them. 1, or 0 with Pending set.
        private int Add(int op, int at, int n)
        {
            int[] stack = A.Stack;
            int container = stack[at - n];
            if (A.KindOf(container) != (op == Op.LIST_APPEND ? Kind.LIST : op == Op.SET_ADD ? Kind.SET : Kind.DICT))
            {
                return Kill(Err.KillInternal, 0);
            }

            stack[at + 2] = op == Op.DICT_ADD ? stack[at + 1] : Value.NONE;
            stack[at + 1] = stack[at];
            stack[at] = container;
            A.Top = at + (op == Op.LIST_APPEND ? 2 : 3);
            if (op == Op.LIST_APPEND)
            {
                return Containers.Append(at) ? 1 : 0;
            }

            int status = Dicts.Put(at);
            return status > 0 ? 1 : status == 0 ? 0 : Hook(TinyPy.Vm.Hook._hash_put);
        }

        // DICT_UPDATE and DICT_MERGE: stack[at] the dict, stack[at + 1] the mapping. The dict, or 0 with Pending set.
        private int UpdateDict(int at, bool merge)
        {
            int[] stack = A.Stack;
            int source = stack[at + 1];
            if (A.KindOf(stack[at]) != Kind.DICT)
            {
                return Kill(Err.KillInternal, 0);
            }

            if (A.KindOf(source) != Kind.DICT)
            {
                return IsUser(source) ? Hook(merge ? TinyPy.Vm.Hook._dict_merge : TinyPy.Vm.Hook._dict_update) : merge ? Raise(Err.StarStarNotMapping, stack[at - 2], source) : Raise(Err.NotMapping, source);
            }

            if (!Charge(Dicts.Used(source) * 4))
            {
                return 0;
            }

            for (int i = 0; i < Dicts.Used(stack[at + 1]); i++)
            {
                int key = Dicts.KeyAt(stack[at + 1], i);
                if (key == 0)
                {
                    continue;
                }

                int hash = A.Heap[Dicts.EntryAt(stack[at + 1], i) + 2] >> 1;
                if (merge)
                {
                    if (!IsStr(key))
                    {
                        return Raise(Err.KeywordsMustBeStrings);
                    }

                    if (Dicts.Find(stack[at], key, hash) >= 0)
                    {
                        return Raise(Err.DoubledKeyword, stack[at - 2], key);
                    }
                }

                stack[at + 2] = stack[at];
                stack[at + 3] = key;
                stack[at + 4] = Dicts.ValueAt(stack[at + 1], i);
                A.Top = at + 5;
                int status = Dicts.PutHashed(at + 2, hash);
                if (status <= 0)
                {
                    return status == 0 ? 0 : Raise(Err.NotImplementedHook);
                }

                A.Top = at + 2;
            }

            return stack[at];
        }

        // FORMAT: stack[at] the value, stack[at + 1] a spec if bit 2 of `kind`.
        private int FormatPart(int at, int kind)
        {
            if ((kind & 3) != 0)
            {
                int v = (kind & 3) == 1 ? Repr.Str(at) : (kind & 3) == 2 ? Repr.Of(at) : Repr.Ascii(at);
                if (v == 0 || (kind & 4) == 0)
                {
                    return v;
                }

                A.Stack[at] = v;
                return Format.FormatValue(at, true);
            }

            return (kind & 4) != 0 ? Format.FormatValue(at, true) : IsStr(A.Stack[at]) ? A.Stack[at] : Format.FormatValue(at, false);
        }
    }
}
