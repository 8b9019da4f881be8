// Extensions of an open program (image.md, Open programs and extensions): read into the room that its tables have, while it rests. Invariant: a
// refused extension leaves the tables as they were; nothing that the program still needs is read over or renumbered.
namespace TinyPy.Vm
{
    internal sealed partial class ImageLoader : Loader
    {
        /// <summary>
        /// Reads an extension of the open program, which rests, from a place in the array of its image. 0, or the Err.Image number of what is wrong at Offset; then the program is
        /// as it was, only its body is gone. Else function 0 is the extension's body, and Stack[main], above everything that is kept, is its FUNCTION.
        /// </summary>
        internal override int Extend(int at, int length, int main)
        {
            Arena a = _arena;
            _machine.Loops.From = -1;
            _machine.Loops.To = -1;
            _machine.Loops.Forget();
            a.Top = main + 1;
            a.Stack[main] = Value.NONE;
            _machine.ForTheHost();
            int error = Extend(at, length);
            if (error == 0)
            {
                a.Stack[main] = a.NewObject(Kind.FUNCTION, FUNCTION_WORDS);
                int function = a.Stack[main] >> 2;
                a.Heap[function + 1] = Machine.Small(Machine.FUNCTIONS);
                for (int i = 2; i < FUNCTION_WORDS; i++)
                {
                    a.Heap[function + i] = 0;
                }
            }

            a.Debt = 0;
            _machine.Fuel = 0;
            return error;
        }

        private int Extend(int at, int length)
        {
            Machine m = _machine;
            _image = m.Image;
            _error = 0;
            Offset = 0;
            _start = at;
            _at = at;
            _end = at;
            if (!m.IsOpen || at < Kept || length < 0 || length > _image.Length - at)
            {
                return Err.ImageExtension;
            }

            // What the last extension kept for its body alone makes room.
            for (int i = _constants; i < m.ConstantCount; i++)
            {
                _arena.Stack[i] = Value.UNBOUND;
            }

            m.ConstantCount = _constants;
            _end = at + length;
            _firstFunction = Functions;
            _firstName = m.KnownNames;
            _firstConstant = m.ConstantCount;
            _firstGlobal = m.StaticCount - m.GlobalAt;
            int hooks = 0;
            while (hooks < m.HookCount && _arena.Heap[m.HookWord(hooks)] != 0)
            {
                hooks++;
            }

            _firstHook = hooks;
            if (ReadStart() != 'X')
            {
                Fail(Err.ImageMagic, at);
            }

            if ((Varint() != _firstName || Varint() != _firstConstant || Varint() != _firstGlobal || Varint() != _firstFunction) && _error == 0)
            {
                Fail(Err.ImageExtension, at + 8);
            }

            int names = Varint();
            int constants = Varint();
            int globals = Varint();
            int functions = Varint();
            hooks = Varint();
            int requirements = Varint();
            if (_error == 0 && functions == 0)
            {
                Fail(Err.ImageFunctionHeader, at + 8);
            }

            if (_error == 0 && (names > m.NameCount - _firstName || constants > m.GlobalAt - _firstConstant || globals > m.GlobalAt - _firstConstant - constants
                || functions - 1 > m.FunctionCount - _firstFunction || hooks > m.HookCount - _firstHook))
            {
                Fail(Err.ImageNoMemory, at + 8);
            }

            if (_error == 0)
            {
                ReadTables(names, constants, globals, functions, hooks, requirements);
            }

            if (_error == 0 && Room(FUNCTION_WORDS, 0, 0))
            {
                for (int i = 0; i < functions; i++)
                {
                    Rename(Record(i));
                }

                // Names are read from the image as long as the program lives, other functions run from it; a body alone is done when it has run.
                Kept = names > 0 || functions > 1 ? _end : Kept;
                _constants = functions > 1 ? m.ConstantCount : _constants;
                return 0;
            }

            for (int i = _firstConstant; i < m.GlobalAt; i++)
            {
                _arena.Stack[i] = Value.UNBOUND;
            }

            for (int i = _firstHook; i < m.HookCount; i++)
            {
                _arena.Heap[m.HookWord(i)] = 0;
            }

            m.GlobalAt = m.StaticCount - _firstGlobal;
            m.ConstantCount = _firstConstant;
            m.KnownNames = _firstName;
            Functions = _firstFunction;
            return _error;
        }

        // Gives the names in a function's verified code the numbers under which the program knows them.
        private void Rename(int record)
        {
            byte[] code = _image;
            int end = _arena.Heap[record + Machine.F_END];
            int at = _arena.Heap[record + Machine.F_CODE];
            while (at < end)
            {
                int op = code[at];
                int layout = OpTable.Layout[op];
                int place = layout == OpTable.LAYOUT_LOCAL_NAME ? at + 2
                    : layout == OpTable.LAYOUT_NAME || layout == OpTable.LAYOUT_NAME_JUMP || layout == OpTable.LAYOUT_NAME_COUNT ? at + 1 : 0;
                if (place != 0)
                {
                    int name = Name(code[place] | code[place + 1] << 8);
                    code[place] = (byte)name;
                    code[place + 1] = (byte)(name >> 8);
                }

                at += OpTable.Length[op];
            }
        }

        /// <summary>The number under which the program knows a name of the image: its own, or that of the same text which the script made before; 0 for what is no name.</summary>
        internal override int Name(int number)
        {
            Machine m = _machine;
            if (number <= 0 || number > NameTable.Count + m.KnownNames)
            {
                return 0;
            }

            // Only extensions are read after the script has made names.
            int made = NameTable.Count + m.NameCount;
            for (int i = number > NameTable.Count ? m.LastName() : made; i > made; i--)
            {
                int length = m.NameLength(number);
                if (m.NameLength(i) == length)
                {
                    int at = 0;
                    while (at < length && m.NameByte(number, at) == m.NameByte(i, at))
                    {
                        at++;
                    }

                    if (at == length)
                    {
                        return i;
                    }
                }
            }

            return number;
        }
    }
}
