// The methods, constructors and operators of dict, set and frozenset, and the helpers by which the Python half does what needs user code:
// it computes the hash and compares the keys itself, and names an entry by its hash and its rank among the entries of that hash.
//
// Work that was begun natively and then needs user code starts again in the Python half: adding the same keys twice changes nothing.
// Sources that would not survive that, iterators, go to the Python half at once.
namespace TinyPy.Vm
{
    internal sealed partial class DictService : Dicts
    {
        /// <summary>A method of dict, set or frozenset on Stack[at], its arguments above it and counted in argc with it.</summary>
        internal override int Call(int method, int at, int argc, int keywords)
        {
            int[] stack = _stack;
            int[] heap = _heap;
            int entry = MISSING;
            int result = Value.NONE;
            if (method == Method.dict__get || method == Method.dict__pop || method == Method.dict__setdefault || method >= Method.set__add && method <= Method.set__discard)
            {
                // CPython does not ask for the hash if there is nothing to take out.
                entry = method == Method.dict__pop && Count(stack[at]) == 0 ? MISSING : Locate(at, at + 1);
                if (entry < MISSING)
                {
                    return entry == USER ? _m.Hook(MethodTable.Hook[method]) : 0;
                }

                if (entry >= 0)
                {
                    result = ValueAt(stack[at], entry);
                }
                else if (argc > 2)
                {
                    result = stack[at + 2];
                }
            }

            switch (method)
            {
                case Method.dict__pop:
                case Method.set__remove:
                case Method.set__discard:
                    if (entry >= 0)
                    {
                        RemoveAt(stack[at], entry);
                    }
                    else if (argc < 3 && method != Method.set__discard)
                    {
                        return _m.Raise(Err.KeyMissing, stack[at + 1]);
                    }

                    return result;
                case Method.dict__setdefault:
                case Method.set__add:
                    if (entry < 0)
                    {
                        if (!Insert(at, at + 1, argc > 2 ? at + 2 : -1, _hash))
                        {
                            return 0;
                        }

                        result = argc > 2 ? stack[at + 2] : Value.NONE;
                    }

                    return result;
                case Method.dict__popitem:
                case Method.set__pop:
                    bool pair = method == Method.dict__popitem;
                    if (Count(stack[at]) == 0)
                    {
                        return _m.Raise(pair ? Err.PopEmptyDict : Err.PopEmptySet);
                    }

                    if (!_m.Need(3, 0, 0))
                    {
                        return 0;
                    }

                    entry = Edge(stack[at], pair);
                    result = KeyAt(stack[at], entry);
                    if (pair)
                    {
                        int made = _a.NewObject(Kind.TUPLE, 3);
                        heap[(made >> 2) + 1] = result;
                        heap[(made >> 2) + 2] = ValueAt(stack[at], entry);
                        result = made;
                    }

                    RemoveAt(stack[at], entry);
                    return result;
                case Method.dict__keys:
                case Method.dict__values:
                case Method.dict__items:
                    if (!_m.Need(3, 0, 0))
                    {
                        return 0;
                    }

                    result = _a.NewObject(Kind.VIEW, 3);
                    heap[(result >> 2) + 1] = Machine.Small(method - Method.dict__keys);
                    heap[(result >> 2) + 2] = stack[at];
                    return result;
                case Method.frozenset__copy:
                    return stack[at];
                case Method.dict__copy:
                case Method.set__copy:
                    return Copy(at, heap[stack[at] >> 2] & 63);
                case Method.dict__clear:
                case Method.set__clear:
                    Clear(stack[at]);
                    return result;
                case Method.dict__update:
                case Method.set__update:
                    int end = at + argc - _m.KeywordCount(keywords);
                    int done = 1;
                    for (int from = at + 1; done > 0 && from < end; from++)
                    {
                        done = Fill(at, from);
                    }

                    if (done > 0 && keywords != 0)
                    {
                        done = FillKeywords(at, end, keywords);
                    }

                    return done > 0 ? result : done == 0 ? 0 : _m.Hook(MethodTable.Hook[method]);
                default:
                    return result;
            }
        }

        /// <summary>dict(...), set(...) or frozenset(...) with the arguments at Stack[at].</summary>
        internal override int Construct(int type, int at, int argc, int keywords)
        {
            int[] stack = _stack;
            int kind = Kind.DICT + type - Builtin.dict;
            int end = at + argc - _m.KeywordCount(keywords);
            int source = end > at ? _a.KindOf(stack[at]) : 0;
            if (source == Kind.FROZENSET && kind == source)
            {
                return stack[at];
            }

            bool copied = source == Kind.DICT || kind != Kind.DICT && (source == Kind.SET || source == Kind.FROZENSET);
            int top = _a.Top;
            stack[top + 1] = 0;
            stack[top] = 0;
            _a.Top = top + 2;
            int made = copied ? Copy(at, kind) : New(kind);
            stack[top] = made;
            int done = made == 0 ? 0 : copied || end == at ? 1 : Fill(top, at);
            if (done > 0 && keywords != 0)
            {
                done = FillKeywords(top, end, keywords);
            }

            _a.Top = top;
            return done > 0 ? stack[top] : done == 0 ? 0 : _m.Hook(Hook.dict + type - Builtin.dict);
        }

        // Adds keyword arguments, their values from Stack[from] on, to the dict Stack[at]: as Put.
        private int FillKeywords(int at, int from, int keywords)
        {
            int[] stack = _stack;
            int count = _m.KeywordCount(keywords);
            int top = _a.Top;
            int done = 1;
            stack[top] = _m.Keywords(keywords);
            stack[top + 1] = 0;
            _a.Top = top + 2;
            for (int i = 0; done > 0 && i < count; i++)
            {
                int name = _heap[(stack[top] >> 2) + 1 + i];
                stack[top + 1] = (name & 1) != 0 ? _m.NameString(name >> 1) : name;
                done = stack[top + 1] == 0 ? 0 : Store(at, top + 1, from + i, Locate(at, top + 1));
            }

            _a.Top = top;
            return done;
        }

        // Adds the items of Stack[from] to the dict (pairs) or set Stack[at]: as Put.
        private int Fill(int at, int from)
        {
            int[] stack = _stack;
            int[] heap = _heap;
            bool dict = _a.KindOf(stack[at]) == Kind.DICT;
            int kind = _a.KindOf(stack[from]);
            int source = kind == Kind.DICT ? stack[from] : dict ? 0 : _compare.SetOf(stack[from]);
            int top = _a.Top;
            int done = 1;
            stack[top + 1] = 0;
            stack[top + 2] = 0;
            if (source != 0)
            {
                stack[top] = source;
                _a.Top = top + 1;
                done = Merge(at, top, -1, false);
                _a.Top = top;
                return done;
            }

            if (kind == Kind.ITERATOR || !_m.Iterators.IsNativeIterable(stack[from]))
            {
                return -1;
            }

            stack[top] = _m.Iterators.Iter(from);
            if (stack[top] == 0)
            {
                return 0;
            }

            _a.Top = top + 3;
            for (int i = 0; done > 0; i++)
            {
                int item = _m.Charge(2) ? _m.Iterators.Next(top) : 0;
                if (item == 0)
                {
                    done = _m.Pending == 0 ? 1 : 0;
                    break;
                }

                stack[top + 1] = item;
                if (dict)
                {
                    if (_a.KindOf(item) != Kind.LIST && _a.KindOf(item) != Kind.TUPLE)
                    {
                        if (_m.IsUser(item) || _a.KindOf(item) == Kind.GENERATOR || _a.KindOf(item) == Kind.ITERATOR)
                        {
                            done = -1;
                            break;
                        }

                        item = _m.Iterators.IsNativeIterable(item) ? _m.Containers.Construct(Builtin.tuple, top + 1, 1) : _m.Raise(Err.DictUpdateElement, Machine.Small(i));
                        if (item == 0)
                        {
                            done = 0;
                            break;
                        }
                    }

                    int size = _compare.Size(item);
                    if (size != 2)
                    {
                        done = _m.Raise(Err.DictUpdateLength, Machine.Small(i), Machine.Small(size));
                        break;
                    }

                    stack[top + 1] = heap[_compare.ItemsAt(item)];
                    stack[top + 2] = heap[_compare.ItemsAt(item) + 1];
                }

                done = Store(at, top + 1, dict ? top + 2 : -1, Locate(at, top + 1));
            }

            _a.Top = top;
            return done;
        }

        // Adds the entries of the dict or set Stack[from] to Stack[at]; with `other` only those whose being in Stack[other] is `present`: as Put.
        private int Merge(int at, int from, int other, bool present)
        {
            int[] stack = _stack;
            int[] heap = _heap;
            bool dict = _a.KindOf(stack[at]) == Kind.DICT;
            int top = _a.Top;
            int done = 1;
            stack[top] = 0;
            stack[top + 1] = 0;
            _a.Top = top + 2;
            for (int i = 0; done > 0 && i < Used(stack[from]); i++)
            {
                int place = EntryAt(stack[from], i);
                int key = heap[place];
                int hash = heap[place + 2] >> 1;
                if (!_m.Charge(2))
                {
                    done = 0;
                    break;
                }

                if (key == 0)
                {
                    continue;
                }

                stack[top] = key;
                stack[top + 1] = heap[place + 1];
                if (other >= 0)
                {
                    int entry = Find(stack[other], key, hash);
                    if (entry < MISSING)
                    {
                        done = entry == USER ? -1 : 0;
                        break;
                    }

                    if (entry >= 0 != present)
                    {
                        continue;
                    }
                }

                _hash = hash;
                done = Store(at, top, dict ? top + 1 : -1, Find(stack[at], key, hash));
            }

            _a.Top = top;
            return done;
        }

        // A copy of Stack[at] as a dict, set or frozenset; 0: MemoryError is pending.
        private int Copy(int at, int kind)
        {
            int[] heap = _heap;
            int from = _stack[at] >> 2;
            int words = (heap[from + 1] >> 1) * 3 + 1;
            int index = heap[from + 4] == 0 ? 0 : Capacity(heap[from + 4]) + 1;
            if (!_m.Charge((words + index) >> 1) || !_m.Need(5 + words + index, 0, 0))
            {
                return 0;
            }

            from = _stack[at] >> 2;
            int made = _a.NewObject(kind, 5);
            int to = made >> 2;
            Clear(made);
            if (words == 1)
            {
                return made;
            }

            int entries = _a.NewObject(Kind.BUFFER, words);
            System.Array.Copy(heap, (heap[from + 3] >> 2) + 1, heap, (entries >> 2) + 1, words - 1);
            heap[to + 1] = heap[from + 1];
            heap[to + 2] = heap[from + 2];
            heap[to + 3] = entries;
            if (index != 0)
            {
                heap[to + 4] = _a.NewObject(Kind.RAW, index);
                System.Array.Copy(heap, (heap[from + 4] >> 2) + 1, heap, (heap[to + 4] >> 2) + 1, index - 1);
            }

            if (kind != Kind.DICT)
            {
                for (int i = (entries >> 2) + 2; words > 1; words -= 3)
                {
                    heap[i] = heap[i - 1] == 0 ? heap[i] : Value.NONE;
                    i += 3;
                }
            }

            return made;
        }

        /// <summary>
        /// Stack[at] op Stack[at + 1] of two sets or dicts, op 1 -, 9 &amp;, 10 |, 11 ^ (for dicts | only), in place if the left one is
        /// mutable and that is asked for; 0 with Pending 0: other operands.
        /// </summary>
        internal override int SetOperator(int op, int at, bool inPlace)
        {
            int[] stack = _stack;
            int kind = _a.KindOf(stack[at]);
            int done;
            _m.Pending = 0;
            if (kind == Kind.DICT && _a.KindOf(stack[at + 1]) == Kind.DICT && op == 10)
            {
                if (!inPlace)
                {
                    int copy = Copy(at, kind);
                    if (copy == 0)
                    {
                        return 0;
                    }

                    stack[at] = copy;
                }

                done = Merge(at, at + 1, -1, false);
                return done > 0 ? stack[at] : done == 0 ? 0 : _m.Hook(Hook._dict_update);
            }

            if (kind == Kind.DICT && inPlace && op == 10)
            {
                done = _m.IsUser(stack[at + 1]) || _a.KindOf(stack[at + 1]) == Kind.GENERATOR ? -1
                    : _m.Iterators.IsNativeIterable(stack[at + 1]) ? Fill(at, at + 1) : _m.Raise(Err.NotIterable, stack[at + 1]);
                return done > 0 ? stack[at] : done == 0 ? 0 : _m.Hook(Hook._dict_update);
            }

            int left = _compare.SetOf(stack[at]);
            int right = _compare.SetOf(stack[at + 1]);
            if ((left != 0) != (right != 0) && (op == 1 || op >= 9 && op <= 11))
            {
                if (!TakeIterable(left != 0 ? at : at + 1, left != 0 ? at + 1 : at))
                {
                    return 0;
                }

                left = _compare.SetOf(stack[at]);
                right = _compare.SetOf(stack[at + 1]);
            }

            if (left == 0 || right == 0 || op != 1 && (op < 9 || op > 11))
            {
                return 0;
            }

            int top = _a.Top;
            stack[top] = left;
            stack[top + 1] = right;
            stack[top + 2] = 0;
            _a.Top = top + 3;
            if (kind != Kind.SET)
            {
                inPlace = false;
                kind = kind == Kind.FROZENSET ? kind : Kind.SET;
            }

            if (inPlace && op == 10)
            {
                done = Merge(top, top + 1, -1, false);
                stack[top + 2] = stack[top];
            }
            else
            {
                int made = op == 10 ? Copy(top, kind) : New(kind);
                stack[top + 2] = made;
                done = made == 0 ? 0 : op == 10 ? Merge(top + 2, top + 1, -1, false) : Merge(top + 2, top, top + 1, op == 9);
                if (op == 11 && done > 0)
                {
                    done = Merge(top + 2, top + 1, top, false);
                }

                if (inPlace && done > 0)
                {
                    System.Array.Copy(_heap, (stack[top + 2] >> 2) + 1, _heap, (stack[top] >> 2) + 1, 4);
                    stack[top + 2] = stack[top];
                }
            }

            _a.Top = top;
            return done > 0 ? stack[top + 2] : done == 0 ? 0
                : _m.Hook((kind == Kind.FROZENSET ? Hook.frozenset__union : Hook.set__union) + (op == 10 ? 0 : op == 9 ? 1 : op == 1 ? 2 : 3));
        }

        /// <summary>_hash_probe, _dict_put, _dict_set_at, _dict_at and _dict_del_at of builtins.md. Any program can call them: operands are checked.</summary>
        internal override int Helper(int builtin, int at)
        {
            int[] stack = _stack;
            int kind = _a.KindOf(stack[at]);
            if (kind < Kind.DICT || kind > Kind.FROZENSET || !_m.IsInt(stack[at + 1]))
            {
                return _m.Raise(Err.NotContainer, stack[at]);
            }

            int hash = FloatMath.HashLong(_a.IntOf(stack[at + 1]));
            if (builtin == Builtin._tinypy__dict_put)
            {
                return Insert(at, at + 2, at + 3, hash) ? Value.NONE : 0;
            }

            _skip = stack[at + 2] >> 1;
            int entry = Find(stack[at], 0, hash);
            _skip = -1;
            if (entry < 0)
            {
                return Value.NOT_IMPLEMENTED;
            }

            int result = ValueAt(stack[at], entry);
            if (builtin == Builtin._tinypy__hash_probe)
            {
                return KeyAt(stack[at], entry);
            }

            if (builtin == Builtin._tinypy__dict_del_at)
            {
                RemoveAt(stack[at], entry);
            }
            else if (builtin == Builtin._tinypy__dict_set_at)
            {
                _heap[EntryAt(stack[at], entry) + 1] = stack[at + 3];
                result = Value.NONE;
            }

            return result;
        }
    }
}
