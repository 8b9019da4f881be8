// Reads an image (lib/spec/image.md) into the arenas: every length is checked before anything is built on it, every number is in its
// shortest form, nothing is left over. The first finding is the result; then nothing of the image stays loaded.
// After the tables, constants and functions stand in the heap, each function goes through the verifier.
//
// A program can be open (image.md, Extensions): its tables then have room for the functions, names, hooks and statics of extensions, which are
// read into that room by the same code while the program rests.
//
// What later code relies on: the offsets in the tables lie in the image and were read once already; every name, parameter name and
// names constant is a valid name number; constant tuples hold only constants; hooks are sorted.
namespace TinyPy.Vm
{
    /// <summary>Loads an image into a machine's arenas.</summary>
    internal sealed partial class ImageLoader : Loader
    {

        internal const int PARAMETER_NAMES = 8;
        internal const int INTERNAL = 32;

        private const int FUNCTION_WORDS = 6;

        // Hook numbers are bytes in BuiltinTable.
        private const int MAX_HOOK = 255;


        // Where the image is read, its end, and the first finding: after it nothing is built any more.
        private int _at;
        private int _end;
        private int _error;

        // Where the part that is read begins, and how many functions, names, constants, globals and hooks were there before it.
        private int _start;
        private int _firstFunction;
        private int _firstName;
        private int _firstConstant;
        private int _firstGlobal;
        private int _firstHook;

        // Constants that the next extension may put others in the place of: from here on.
        private int _constants;

        private byte[] _image;
        private readonly Machine _machine;
        private readonly Arena _arena;
        private readonly Verifier _verifier;
        private readonly int[] _crc = new int[16];

        internal ImageLoader(Machine machine)
        {
            _machine = machine;
            _arena = machine.A;
            _verifier = new Verifier(machine, this);
            for (int i = 0; i < 16; i++)
            {
                int crc = i;
                for (int bit = 0; bit < 4; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1 & int.MaxValue) ^ unchecked((int)0xEDB88320) : crc >> 1 & int.MaxValue;
                }

                _crc[i] = crc;
            }
        }

        /// <summary>Loads the first `length` bytes, which must not change while they are loaded. 0, or the Err.Image number of what is wrong at Offset.</summary>
        internal override int Load(byte[] image, int length)
        {
            Machine m = _machine;
            m.Loops.From = -1;
            m.Loops.To = -1;
            m.Loops.Forget();
            _image = image;
            _start = 0;
            _at = 0;
            _end = image == null || length < 0 || length > image.Length ? 0 : length;
            _error = 0;
            Offset = 0;
            m.Image = image;
            m.FunctionCount = 0;
            m.NameCount = 0;
            m.HookCount = 0;
            m.ConstantCount = 0;
            m.GlobalAt = 0;
            m.StaticCount = 0;
            m.IsOpen = false;
            m.KnownNames = 0;
            Functions = 0;
            _firstFunction = 1;
            _firstName = 0;
            _firstConstant = 0;
            _firstGlobal = 0;
            _firstHook = 0;
            _arena.Reset();
            Read();
            if (_error != 0)
            {
                m.Image = null;
                m.FunctionCount = 0;
                _arena.Reset();
            }

            _image = null;
            return _error;
        }

        // The next varint; 0 after a finding.
        private int Varint()
        {
            int start = _at;
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7)
            {
                int part = Byte();
                value |= (part & 127) << shift;
                if (part < 128)
                {
                    return part == 0 && shift != 0 || shift == 28 && part > 7 ? Fail(Err.ImageVarint, start) : value;
                }
            }

            return Fail(Err.ImageVarint, start);
        }

        private void Read()
        {
            Machine m = _machine;
            int third = ReadStart();
            m.IsOpen = third == 'O';
            if (third != 'N' && third != 'O')
            {
                Fail(Err.ImageMagic, 0);
                return;
            }

            int names = Varint();
            int constants = Varint();
            int globals = Varint();
            int functions = Varint();
            int hooks = Varint();
            int requirements = Varint();
            int nameRoom = m.IsOpen ? Varint() : names;
            int statics = m.IsOpen ? Varint() : constants + globals;
            int functionRoom = m.IsOpen ? Varint() : functions;
            int hookRoom = m.IsOpen ? Varint() : hooks;
            if (_error != 0)
            {
                return;
            }

            if (nameRoom > Limit.MAX_NAMES || constants > Limit.MAX_STATICS || globals > Limit.MAX_STATICS - constants || statics > Limit.MAX_STATICS
                || functionRoom > Limit.MAX_FUNCTIONS || hookRoom > MAX_HOOK
                || names > nameRoom || constants + globals > statics || functions > functionRoom || hooks > hookRoom)
            {
                Fail(Err.ImageTooLarge, 8);
                return;
            }

            if (functions == 0)
            {
                Fail(Err.ImageFunctionHeader, 8);
                return;
            }

            int words = functionRoom * Machine.F_WORDS + nameRoom + 2 * hookRoom + 1;
            if (statics > _arena.Stack.Length || !_arena.Need(words, 0, 0))
            {
                Fail(Err.ImageNoMemory, 8);
                return;
            }

            // The first object of the heap: always alive and with nothing below it, so it never moves.
            _arena.Roots[Arena.ROOT_TABLES] = _arena.NewObject(Kind.RAW, words);
            m.FunctionCount = functionRoom;
            m.NameCount = nameRoom;
            m.HookCount = hookRoom;
            m.StaticCount = statics;
            for (int i = 0; i < statics; i++)
            {
                _arena.Stack[i] = Value.UNBOUND;
            }

            _arena.Top = statics;
            ReadTables(names, constants, globals, functions, hooks, requirements);
            Kept = _end;
            _constants = m.ConstantCount;
        }

        // Magic, version and checksum; gives the third letter of the magic, 0 after a finding.
        private int ReadStart()
        {
            if (_end > Limit.MAX_IMAGE)
            {
                return Fail(Err.ImageTooLarge, _start);
            }

            int magic = Byte() << 8 | Byte();
            int third = Byte();
            if (magic != ('T' << 8 | 'P'))
            {
                return Fail(Err.ImageMagic, _start);
            }

            if (Byte() != Limit.IMAGE_VERSION)
            {
                return Fail(third == 'N' || third == 'O' || third == 'X' ? Err.ImageVersion : Err.ImageMagic, third == 'N' || third == 'O' || third == 'X' ? _start + 3 : _start);
            }

            int sum = Byte() | Byte() << 8 | Byte() << 16 | Byte() << 24;
            return sum != Checksum() ? Fail(Err.ImageChecksum, _start + 4) : third;
        }

        // Reads what the counts announce behind what is there, and verifies it.
        private void ReadTables(int names, int constants, int globals, int functions, int hooks, int requirements)
        {
            Machine m = _machine;
            m.KnownNames = _firstName + names;
            Functions = _firstFunction + functions - 1;
            ReadNames(names);
            ReadConstants(constants);
            m.ConstantCount = _firstConstant + constants;

            // The globals of an open program come down from the end of its statics, so that constants can be added behind the constants.
            m.GlobalAt = m.IsOpen ? m.StaticCount - _firstGlobal - globals : m.ConstantCount;
            int code = ReadFunctions(functions);
            ReadHooks(hooks);
            ReadRequirements(requirements);
            if (_error != 0)
            {
                return;
            }

            if (code != _end - _at)
            {
                Fail(code > _end - _at ? Err.ImageTruncated : Err.ImageTrailing, code > _end - _at ? _end : _at + code);
                return;
            }

            int[] heap = _arena.Heap;
            int start = _at;
            int longest = 0;
            for (int i = 0; i < functions; i++)
            {
                int record = Record(i);
                int scratch = Verifier.Scratch(heap[record + Machine.F_END] - heap[record + Machine.F_CODE], heap[record + Machine.F_COUNT]);
                longest = scratch > longest ? scratch : longest;
                heap[record + Machine.F_CODE] += start;
                heap[record + Machine.F_END] += start;
            }

            // The verifier's scratch is what is free above everything; in a program that has run, garbage may stand there.
            if (_start != 0 && !Room(longest, 0, 0))
            {
                return;
            }

            for (int i = 0; i < functions && _error == 0; i++)
            {
                int error = _verifier.Verify(i == 0 ? 0 : _firstFunction + i - 1);
                if (error != 0)
                {
                    Fail(error, _verifier.Offset);
                }
            }
        }

        // Where the record of the i-th function that is read stands: the body's is always the first of the program.
        private int Record(int i)
        {
            return _machine.FunctionWord(i == 0 ? 0 : _firstFunction + i - 1);
        }

        /// <summary>Whether the policy grants the module that a builtin belongs to.</summary>
        internal override bool IsGranted(int builtin)
        {
            int module = BuiltinTable.ModuleOf(builtin);
            return module == 0 || module == BuiltinTable.INTERNAL || _machine.Policy != null && _machine.Policy.Grants(module);
        }

        private int Fail(int error, int at)
        {
            if (_error == 0)
            {
                _error = error;
                Offset = at;
            }

            return 0;
        }

        // Whether nothing is wrong yet and so much can be allocated.
        private bool Room(int words, int text, int floats)
        {
            if (_error == 0 && !_arena.Need(words, text, floats))
            {
                Fail(Err.ImageNoMemory, _at);
            }

            return _error == 0;
        }

        private int Byte()
        {
            return _at < _end ? _image[_at++] : Fail(Err.ImageTruncated, _end);
        }

        // Goes on behind so many bytes and gives where they start.
        private int Skip(int length)
        {
            int start = _at;
            if (length > _end - start)
            {
                return Fail(Err.ImageTruncated, _end);
            }

            _at = start + length;
            return start;
        }

        private long SignedVarint()
        {
            int start = _at;
            long value = 0;
            int previous = 0;
            for (int shift = 0; shift < 70; shift += 7)
            {
                int part = Byte();
                value |= (long)(part & 127) << shift;
                if (part < 128)
                {
                    // The last byte says something new: it is not just the sign that the one before it ends with; the tenth has one bit to give.
                    if (shift != 0 && (part == 0 && (previous & 64) == 0 || part == 127 && (previous & 64) != 0)
                        || shift == 63 && part != 0 && part != 127)
                    {
                        break;
                    }

                    return shift < 57 && (part & 64) != 0 ? value | -1L << (shift + 7) : value;
                }

                previous = part;
            }

            return Fail(Err.ImageVarint, start);
        }

        // Kind.ASCII for UTF-8 text without bytes above 127, 0 for other valid text, -1 for what is not valid.
        private int Utf8(int at, int length)
        {
            byte[] image = _image;
            int end = at + length;
            int result = Kind.ASCII;
            while (at < end)
            {
                int first = image[at++];
                if (first < 128)
                {
                    continue;
                }

                result = 0;
                int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
                if (first < 0xC2 || first > 0xF4 || more > end - at)
                {
                    return -1;
                }

                // The second byte keeps out what has a shorter form, the surrogates, and what lies above U+10FFFF.
                int second = image[at];
                if (first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F || first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F)
                {
                    return -1;
                }

                for (; more > 0; more--)
                {
                    if ((image[at++] & 0xC0) != 0x80)
                    {
                        return -1;
                    }
                }
            }

            return result;
        }

        private int Checksum()
        {
            byte[] image = _image;
            int[] table = _crc;
            int end = _end;
            int crc = -1;
            for (int i = _start + 8; i < end; i++)
            {
                crc ^= image[i];
                crc = (crc >> 4 & 0x0FFFFFFF) ^ table[crc & 15];
                crc = (crc >> 4 & 0x0FFFFFFF) ^ table[crc & 15];
            }

            return ~crc;
        }
    }
}
