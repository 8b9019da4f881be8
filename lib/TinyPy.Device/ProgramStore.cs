// What storage holds of one program: two slots for its image, two for its policy, and two records, of which the valid one with the higher number says
// which slots count. A record is written only when the slot that it names was written and read back, and always over the older record: at every
// moment, whatever was half written, the newest valid record names a whole program. A program on trial has the one that ran well before it in the other
// slot, until an upload goes there: what the record says of that one is true only if the slot still has its hash.
using System;
using TinyPy.Link;

namespace TinyPy.Device
{
    /// <summary>The record of one program. What is changed in its fields becomes true with Save.</summary>
    internal sealed class ProgramStore
    {
        /// <summary>Files of a program.</summary>
        internal const int FILES = 6;
        internal const int IMAGE_FILE = 0;
        internal const int RECORD_FILE = 2;
        internal const int POLICY_FILE = 4;

        // The record: what stands where. NONE as a slot: there is nothing.
        internal const int NONE = 255;
        private const int FORM = 2;
        private const int NUMBER = 4;
        internal const int FLAGS = 8;
        internal const int FAILS = 9;
        private const int NAME_LENGTH = 10;
        internal const int IMAGE = 12;
        internal const int POLICY = IMAGE + PART;
        internal const int BEFORE = POLICY + PART;
        private const int LEAST = BEFORE + PART;
        private const int NAME = LEAST + 4;
        private const int NAME_BEFORE = NAME + Protocol.MAX_NAME;
        private const int CHECK = NAME_BEFORE + Protocol.MAX_NAME;
        private const int SIZE = CHECK + 4;

        // A part of the record, image, policy or the image before it: slot 1, unused 3 (of BEFORE: flags 1, length of the name 1), size, hash, counter, mac.
        // LEAST: the highest counter that an image ever had here, below which none is taken.
        internal const int PART = 52;
        private const int PART_FLAGS = 1;
        private const int PART_NAME_LENGTH = 2;
        internal const int PART_SIZE = 4;
        internal const int PART_HASH = 8;
        internal const int PART_COUNTER = 16;
        internal const int PART_MAC = 20;

        /// <summary>The record as it is in storage; zeros but for NONE without one.</summary>
        internal readonly byte[] Record = new byte[SIZE];

        private readonly IStorage _storage;
        private readonly FrameCodec _codec;
        private readonly byte[] _work;
        private readonly int _base;

        /// <summary>`work` is shared by all programs: nothing stays in it. It holds at least WORK bytes.</summary>
        internal ProgramStore(int program, IStorage storage, FrameCodec codec, byte[] work)
        {
            _storage = storage;
            _codec = codec;
            _work = work;
            _base = program * FILES;
        }

        /// <summary>Bytes of the work buffer that a record needs.</summary>
        internal const int WORK = SIZE;

        /// <summary>Reads the records.</summary>
        internal void Load()
        {
            Array.Clear(Record, 0, SIZE);
            Record[IMAGE] = NONE;
            Record[POLICY] = NONE;
            Record[BEFORE] = NONE;
            bool found = false;
            for (int i = 0; i < 2; i++)
            {
                if (_storage.Read(_base + RECORD_FILE + i, 0, _work, 0, SIZE) == SIZE && _work[0] == 'T' && _work[1] == 'P' && _work[2] == 'R' && _work[3] == FORM
                    && Bytes.Int32(_work, CHECK) == _codec.Check(_work, 0, CHECK) && _work[NAME_LENGTH] <= Protocol.MAX_NAME && IsPart(IMAGE) && IsPart(POLICY) && IsPart(BEFORE)
                    && _work[BEFORE + PART_NAME_LENGTH] <= Protocol.MAX_NAME
                    && (!found || Bytes.Int32(_work, NUMBER) - Bytes.Int32(Record, NUMBER) > 0))
                {
                    Array.Copy(_work, 0, Record, 0, SIZE);
                    found = true;
                }
            }
        }

        // Whether a part of the record in the work buffer names a slot and a size that can be.
        private bool IsPart(int part)
        {
            return (_work[part] <= 1 || _work[part] == NONE) && Bytes.Int32(_work, part + PART_SIZE) >= 0;
        }

        /// <summary>Makes the fields of Record true. False: storage failed, and Record is again what storage holds.</summary>
        internal bool Save()
        {
            int number = Bytes.Int32(Record, NUMBER) + 1;
            Record[0] = (byte)'T';
            Record[1] = (byte)'P';
            Record[2] = (byte)'R';
            Record[3] = FORM;
            Bytes.Put32(Record, NUMBER, number);
            Bytes.Put32(Record, CHECK, _codec.Check(Record, 0, CHECK));
            int file = _base + RECORD_FILE + (number & 1);
            if (_storage.Write(file, 0, Record, 0, SIZE) && _storage.Read(file, 0, _work, 0, SIZE) == SIZE && Bytes.Same(_work, 0, Record, 0, SIZE))
            {
                return true;
            }

            Load();
            return false;
        }

        /// <summary>The file of a part's slot that counts (`other` false) or of the one that an upload goes to. part: IMAGE or POLICY.</summary>
        internal int FileOf(int part, bool other)
        {
            int slot = Record[part] == NONE ? 1 : Record[part];
            return _base + (part == IMAGE ? IMAGE_FILE : POLICY_FILE) + (other ? 1 - slot : slot);
        }

        /// <summary>Puts into the record that the other slot counts, with what it holds; Save makes it true. An image that ran well is kept as the one before.</summary>
        internal void Turn(int part, int size, byte[] hash, int counter, byte[] mac)
        {
            if (part == IMAGE)
            {
                bool good = Record[IMAGE] != NONE && !HasFlag(ProgramFlag.TRIAL) && !HasFlag(ProgramFlag.DISABLED);
                Array.Copy(Record, IMAGE, Record, BEFORE, PART);
                Array.Copy(Record, NAME, Record, NAME_BEFORE, Protocol.MAX_NAME);
                Record[BEFORE + PART_FLAGS] = Record[FLAGS];
                Record[BEFORE + PART_NAME_LENGTH] = Record[NAME_LENGTH];
                if (!good)
                {
                    Record[BEFORE] = NONE;
                }

                Bytes.Put32(Record, LEAST, counter);
            }

            Record[part] = (byte)(Record[part] == NONE ? 0 : 1 - Record[part]);
            Bytes.Put32(Record, part + PART_SIZE, size);
            Array.Copy(hash, 0, Record, part + PART_HASH, Protocol.HASH);
            Bytes.Put32(Record, part + PART_COUNTER, counter);
            Array.Copy(mac, 0, Record, part + PART_MAC, Protocol.MAC);
        }

        /// <summary>Puts into the record that the image before counts again, which ran well; Save makes it true. LEAST stays.</summary>
        internal void TurnBack()
        {
            Array.Copy(Record, BEFORE, Record, IMAGE, PART);
            Array.Copy(Record, NAME_BEFORE, Record, NAME, Protocol.MAX_NAME);
            Record[FLAGS] = Record[BEFORE + PART_FLAGS];
            Record[NAME_LENGTH] = Record[BEFORE + PART_NAME_LENGTH];
            Record[FAILS] = 0;
            Record[BEFORE] = NONE;
        }

        /// <summary>Puts into the record that there is no image; its counter stays.</summary>
        internal void Forget()
        {
            Record[BEFORE] = NONE;
            Record[IMAGE] = NONE;
            Bytes.Put32(Record, IMAGE + PART_SIZE, 0);
            Array.Clear(Record, IMAGE + PART_HASH, Protocol.HASH);
            Record[FLAGS] = 0;
            Record[FAILS] = 0;
            Record[NAME_LENGTH] = 0;
        }

        /// <summary>Bytes of a part, 0 without.</summary>
        internal int SizeOf(int part)
        {
            return Record[part] == NONE ? 0 : Bytes.Int32(Record, part + PART_SIZE);
        }

        /// <summary>The counter below which no other image or policy is taken.</summary>
        internal int CounterOf(int part)
        {
            return Bytes.Int32(Record, part == IMAGE ? LEAST : part + PART_COUNTER);
        }

        /// <summary>Whether a part has this hash.</summary>
        internal bool Is(int part, byte[] hash, int at)
        {
            return Record[part] != NONE && Bytes.Same(Record, part + PART_HASH, hash, at, Protocol.HASH);
        }

        internal void SetName(byte[] name, int start, int length)
        {
            Array.Clear(Record, NAME, Protocol.MAX_NAME);
            Array.Copy(name, start, Record, NAME, length);
            Record[NAME_LENGTH] = (byte)length;
        }

        /// <summary>Whether that is the name.</summary>
        internal bool IsNamed(byte[] name, int start, int length)
        {
            return Record[NAME_LENGTH] == length && Bytes.Same(Record, NAME, name, start, length);
        }

        /// <summary>Copies the name; returns its length.</summary>
        internal int CopyName(byte[] buffer, int at)
        {
            Array.Copy(Record, NAME, buffer, at, Record[NAME_LENGTH]);
            return Record[NAME_LENGTH];
        }

        /// <summary>Removes the files of both slots of the image; they do not count any more.</summary>
        internal void Erase()
        {
            _storage.Delete(_base + IMAGE_FILE);
            _storage.Delete(_base + IMAGE_FILE + 1);
        }

        internal bool HasFlag(int flag)
        {
            return (Record[FLAGS] & flag) != 0;
        }

        internal void SetFlag(int flag, bool on)
        {
            Record[FLAGS] = (byte)(on ? Record[FLAGS] | flag : Record[FLAGS] & ~flag);
        }
    }
}
