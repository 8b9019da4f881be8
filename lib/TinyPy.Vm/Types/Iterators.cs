// Iterators over builtin values. An ITERATOR holds what it walks (Walk, with Walk.BACK from the end to the start), its source, a position
// that counts up from 0 or down to it (items, bytes of a text, entries of a dict; the counter of an enumerate) and, of dicts and sets, the
// length that must not change meanwhile. An exhausted iterator has no source, so that it stays exhausted and keeps nothing alive.
namespace TinyPy.Vm
{
    /// <summary>iter, next, len, enumerate and reversed of builtin values.</summary>
    internal sealed class IteratorService : Iterators
    {
        private readonly Machine _m;
        private readonly Arena _a;
        private readonly int[] _heap;
        private readonly int[] _stack;
        private readonly Compare _compare;
        private readonly Dicts _dicts;
        private readonly Strings _strings;

        internal IteratorService(Machine m)
        {
            _m = m;
            _a = m.A;
            _heap = _a.Heap;
            _stack = _a.Stack;
            _compare = m.Compare;
            _dicts = m.Dicts;
            _strings = m.Strings;
        }

        /// <summary>Whether Iter and Next walk the value without user code.</summary>
        internal override bool IsNativeIterable(int value)
        {
            return _a.KindOf(value) == Kind.ITERATOR || WalkOf(value) >= 0;
        }

        // The way to walk a value, or -1.
        private int WalkOf(int value)
        {
            switch (_a.KindOf(value))
            {
                case Kind.LIST:
                case Kind.TUPLE: return Walk.SEQUENCE;
                case Kind.STR: return Walk.TEXT;
                case Kind.BYTES:
                case Kind.BYTEARRAY: return Walk.BYTES;
                case Kind.RANGE: return Walk.RANGE;
                case Kind.DICT: return Walk.KEYS;
                case Kind.SET:
                case Kind.FROZENSET: return Walk.SET;
                case Kind.VIEW: return Walk.KEYS + (_heap[(value >> 2) + 1] >> 1);
                default: return -1;
            }
        }

        // A new iterator over Stack[at] (the dict of a view) with the counter in Stack[countAt], or where it starts.
        private int New(int at, int walk, int countAt)
        {
            if (!_m.Need(5, 0, 0))
            {
                return 0;
            }

            int[] heap = _heap;
            int source = SourceOf(_stack[at]);
            int made = _a.NewObject(Kind.ITERATOR, 5);
            int position = 0;
            int extra = 0;
            switch (walk & 15)
            {
                case Walk.SEQUENCE:
                    position = _compare.Size(source);
                    break;
                case Walk.TEXT:
                case Walk.BYTES:
                    position = TextSize(source);
                    break;
                case Walk.RANGE:
                case Walk.ENUMERATE:
                    break;
                default:
                    position = _dicts.Used(source);
                    extra = _dicts.Count(source);
                    break;
            }

            int to = made >> 2;
            heap[to + 1] = Machine.Small(walk);
            heap[to + 2] = source;
            heap[to + 3] = countAt >= 0 ? _stack[countAt] : Machine.Small(walk >= Walk.BACK ? position : 0);
            heap[to + 4] = Machine.Small(extra);
            return made;
        }

        // Bytes of a text; where they are is in Strings.Start then.
        private int TextSize(int text)
        {
            _strings.Range(text);
            return _strings.Size;
        }

        /// <summary>iter(Stack[at]); 0: a fault or user code is pending.</summary>
        internal override int Iter(int at)
        {
            int value = _stack[at];
            int walk = WalkOf(value);
            if (walk >= 0)
            {
                return New(at, walk, -1);
            }

            switch (_a.KindOf(value))
            {
                case Kind.ITERATOR:
                case Kind.GENERATOR:
                    return value;
                case Kind.INSTANCE:
                case Kind.EXCEPTION:
                    return _m.UserIter(at);
                default:
                    return _m.Raise(Err.NotIterable, value);
            }
        }

        /// <summary>The next value of the ITERATOR Stack[at]; 0 with Pending 0: exhausted, else a fault.</summary>
        internal override int Next(int at)
        {
            int[] heap = _heap;
            int it = _stack[at] >> 2;
            int source = heap[it + 2];
            _m.Pending = 0;
            if (source == 0)
            {
                return 0;
            }

            int walk = heap[it + 1] >> 1;
            bool back = walk >= Walk.BACK;
            int position = heap[it + 3] >> 1;
            int place = back ? position - 1 : position;
            walk &= 15;
            switch (walk)
            {
                case Walk.SEQUENCE:
                    if (place >= 0 && place < _compare.Size(source))
                    {
                        heap[it + 3] += back ? -2 : 2;
                        return heap[_compare.ItemsAt(source) + place];
                    }

                    break;
                case Walk.BYTES:
                    if (place >= 0 && place < TextSize(source))
                    {
                        heap[it + 3] += back ? -2 : 2;
                        return Machine.Small(_a.Text[_strings.Start + place]);
                    }

                    break;
                case Walk.TEXT:
                    if (place >= 0 && place < TextSize(source))
                    {
                        return NextCharacter(at, place, back);
                    }

                    break;
                case Walk.RANGE:
                    return NextInRange(at, source, back);
                case Walk.ENUMERATE:
                    return NextPair(at, source);
                default:
                    if (_dicts.Count(source) != heap[it + 4] >> 1)
                    {
                        return _m.Raise(walk == Walk.SET ? Err.SetChangedSize : Err.DictChangedSize);
                    }

                    int used = _dicts.Used(source);
                    for (; place >= 0 && place < used; place += back ? -1 : 1)
                    {
                        if (_dicts.KeyAt(source, place) != 0)
                        {
                            return NextEntry(at, walk, place, back);
                        }

                        _m.Fuel--;
                    }

                    break;
            }

            heap[it + 2] = 0;
            return 0;
        }

        private int NextCharacter(int at, int place, bool back)
        {
            byte[] text = _a.Text;
            int start = _strings.Start;
            while (back && (text[start + place] & 0xC0) == 0x80)
            {
                place--;
            }

            int length = Strings.CodePointSize(text[start + place]);
            int made = _strings.FromCodePoint(_strings.Point(start + place));
            if (made != 0)
            {
                _heap[(_stack[at] >> 2) + 3] = Machine.Small(back ? place : place + length);
            }

            return made;
        }

        private int NextInRange(int at, int range, bool back)
        {
            int[] heap = _heap;
            int it = _stack[at] >> 2;
            long count = _a.IntOf(heap[it + 3]);
            range >>= 2;
            long length = _a.IntOf(heap[range + 4]);
            if (count >= length)
            {
                heap[it + 2] = 0;
                return 0;
            }

            long value = _a.IntOf(heap[range + 1]) + (back ? length - 1 - count : count) * _a.IntOf(heap[range + 3]);
            if (!_m.Need(6, 0, 0))
            {
                return 0;
            }

            it = _stack[at] >> 2;
            heap[it + 3] = _a.NewInt(count + 1);
            return _a.NewInt(value);
        }

        private int NextEntry(int at, int walk, int entry, bool back)
        {
            if (walk == Walk.ITEMS && !_m.Need(3, 0, 0))
            {
                return 0;
            }

            int[] heap = _heap;
            int it = _stack[at] >> 2;
            heap[it + 3] = Machine.Small(back ? entry : entry + 1);
            int place = _dicts.EntryAt(heap[it + 2], entry);
            if (walk != Walk.ITEMS)
            {
                return heap[walk == Walk.VALUES ? place + 1 : place];
            }

            return Pair(heap[place], heap[place + 1]);
        }

        // A tuple of two, for which Need came before.
        private int Pair(int first, int second)
        {
            int made = _a.NewObject(Kind.TUPLE, 3);
            _heap[(made >> 2) + 1] = first;
            _heap[(made >> 2) + 2] = second;
            return made;
        }

        private int NextPair(int at, int source)
        {
            int[] stack = _stack;
            int top = _a.Top++;
            stack[top] = source;
            int value = Next(top);
            stack[top] = value;
            bool made = value != 0 && _m.Need(6, 0, 0);
            _a.Top = top;
            int it = stack[at] >> 2;
            if (!made)
            {
                if (_m.Pending == 0)
                {
                    _heap[it + 2] = 0;
                }

                return 0;
            }

            int counter = _heap[it + 3];
            long count = _a.IntOf(counter);
            if (count == long.MaxValue)
            {
                return _m.Raise(Err.IntTooLarge);
            }

            _heap[it + 3] = _a.NewInt(count + 1);
            return Pair(counter, stack[top]);
        }

        /// <summary>len() of a builtin value; -1: it has none.</summary>
        internal override long Length(int at)
        {
            int value = _stack[at];
            switch (WalkOf(value))
            {
                case -1: return -1;
                case Walk.SEQUENCE: return _compare.Size(value);
                case Walk.TEXT: return _strings.Length(value);
                case Walk.BYTES: return TextSize(value);
                case Walk.RANGE: return _a.IntOf(_heap[(value >> 2) + 4]);
                default: return _dicts.Count(SourceOf(value));
            }
        }

        /// <summary>How many items are left of a value that is walked; -1: nobody knows.</summary>
        internal override long Left(int at)
        {
            int it = _stack[at] >> 2;
            if (_a.KindOf(_stack[at]) != Kind.ITERATOR || (_heap[it + 1] >> 1 & 15) != Walk.RANGE)
            {
                return Length(at);
            }

            return _heap[it + 2] == 0 ? 0 : _a.IntOf(_heap[(_heap[it + 2] >> 2) + 4]) - _a.IntOf(_heap[it + 3]);
        }

        // The dict of a view, any other value itself.
        private int SourceOf(int value)
        {
            return _a.KindOf(value) == Kind.VIEW ? _heap[(value >> 2) + 2] : value;
        }

        /// <summary>enumerate(Stack[at], start), the start a second argument or a keyword; 0: a fault or the Python half is pending.</summary>
        internal override int Enumerate(int at, int argc, int keywords)
        {
            int start = _m.Keyword(at, argc, keywords, Word.start);
            if (start < 0 && argc > 1)
            {
                start = at + 1;
            }

            int[] stack = _stack;
            int value = stack[at];
            // Of an enumerate too: iterators nest one deep here, not as deep as the script likes.
            if (!IsNativeIterable(value) || start >= 0 && stack[start] == Value.NONE
                || _a.KindOf(value) == Kind.ITERATOR && _heap[(value >> 2) + 1] >> 1 == Walk.ENUMERATE)
            {
                return _m.Hook(Hook.enumerate);
            }

            if (start >= 0 && !_m.IsInt(stack[start]))
            {
                return _m.Raise(Err.IntExpected, stack[start]);
            }

            int inner = Iter(at);
            if (inner == 0)
            {
                return 0;
            }

            stack[at] = inner;
            if (start < 0)
            {
                inner = New(at, Walk.ENUMERATE, -1);
            }
            else
            {
                stack[start] = stack[start] == Value.TRUE ? 3 : stack[start] == Value.FALSE ? 1 : stack[start];
                inner = New(at, Walk.ENUMERATE, start);
            }

            return inner;
        }

        /// <summary>reversed(Stack[at]); 0: a fault or the Python half is pending.</summary>
        internal override int Reversed(int at)
        {
            int walk = WalkOf(_stack[at]);
            return walk < 0 || walk == Walk.SET ? _m.Hook(Hook.reversed) : New(at, walk | Walk.BACK, -1);
        }
    }
}
