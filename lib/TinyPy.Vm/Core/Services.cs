// What the loop needs of the types, by service: abstract classes, so that the machine is an assembly of its own. nanoFramework allows an assembly
// 64 KB of IL, and the VM is larger: Core (this folder), Text, Types, Io and Loading are five assemblies on a board and one on the desktop.
// MachineFactory (Loading) puts them together.
namespace TinyPy.Vm
{
    /// <summary>str, bytes and bytearray: what the machine and the other services ask of it.</summary>
    internal abstract class Strings
    {
        /// <summary>Stack[at][index] = value for a bytearray; None, or 0: raised.</summary>
        internal abstract int SetItem(int at, long index, int value);

        /// <summary>Stack[at][start:...:step] = Stack[from] for a bytearray, the slice normalised to `count` units; Stack[from] is overwritten.
        /// None, or 0: raised, or the Python half is asked.</summary>
        internal abstract int SetSlice(int at, int start, int step, int count, int from);

        /// <summary>del Stack[at][start:...:step] for a bytearray, the slice normalised to `count` units; None, or 0: raised.</summary>
        internal abstract int DeleteSlice(int at, int start, int step, int count);

        /// <summary>del Stack[at][index] for a bytearray; None, or 0: raised.</summary>
        internal abstract int DeleteItem(int at, long index);

        /// <summary>The hash of a STR or BYTES, from 1 to Value.MAX_SMALL: FNV-1a of its bytes, found once.</summary>
        internal abstract int Hash(int value);

        /// <summary>needle in hay, two texts or two bytes values of any kinds.</summary>
        internal abstract bool Contains(int hay, int needle);

        /// <summary>bytes(Stack[at]) or bytearray(Stack[at]), by the kind; 0: raised, or the Python half is asked.</summary>
        internal abstract int BytesOf(int at, int kind);

        /// <summary>Runs a method: the receiver is Stack[at], argc counts it and the keyword values.</summary>
        internal abstract int Call(int method, int at, int argc, int keywords);

        /// <summary>chr(Stack[at]); 0: raised.</summary>
        internal abstract int Chr(int at);

        /// <summary>The open text as an object of a kind; 0: raised.</summary>
        internal abstract int Close(int kind);

        /// <summary>How many bytes the code point has that starts with this byte.</summary>
        internal static int CodePointSize(int firstByte)
        {
            return firstByte < 0x80 ? 1 : firstByte < 0xE0 ? 2 : firstByte < 0xF0 ? 3 : 4;
        }

        /// <summary>Stack[at] + Stack[at + 1], both STR or both bytes; 0: raised.</summary>
        internal abstract int Concat(int at);

        /// <summary>bytes.decode, also for str(bytes, ...): Stack[at] is BYTES or a BYTEARRAY, encoding and errors may follow.</summary>
        internal abstract int Decode(int at, int argc, int keywords);

        /// <summary>Drops the open text, after something was raised.</summary>
        internal abstract int Drop();

        /// <summary>An empty STR, BYTES or BYTEARRAY; 0: raised.</summary>
        internal abstract int Empty(int kind);

        /// <summary>str.encode, also for bytes(str, ...): Stack[at] is a STR, encoding and errors may follow.</summary>
        internal abstract int Encode(int at, int argc, int keywords);

        /// <summary>a == b, for two texts or bytes of any kinds.</summary>
        internal abstract bool Equal(int a, int b);

        /// <summary>bytearray.extend, and += : adds the bytes of Stack[at + 1], which is overwritten; 0: raised, or that hook is asked.</summary>
        internal abstract int Extend(int at, int hook);

        /// <summary>The bytes written at TextTop as an object of a kind. Room came before.</summary>
        internal abstract int Finish(int kind, int length, bool ascii);

        /// <summary>float(Stack[at]) of a text; 0: raised.</summary>
        internal abstract int Float(int at);

        /// <summary>A new STR of one code point; 0: raised.</summary>
        internal abstract int FromCodePoint(int point);

        /// <summary>A new STR from an ASCII literal; 0: raised.</summary>
        internal abstract int FromLiteral(string text);

        /// <summary>A new STR of what stands behind the last dot of the name of that number; 0: raised.</summary>
        internal abstract int LastPart(int name);

        internal static int HexDigit(int digit)
        {
            return digit + (digit < 10 ? '0' : 'a' - 10);
        }

        /// <summary>int(Stack[at], radix) of a text; 0: raised.</summary>
        internal abstract int Int(int at, int radix);

        /// <summary>Stack[at][index], the index as the script gave it; 0: raised.</summary>
        internal abstract int Item(int at, long index);

        /// <summary>The length of a text in code points, of bytes in bytes.</summary>
        internal abstract int Length(int value);

        /// <summary>The byte offset of a unit of a text.</summary>
        internal abstract int Offset(int value, int index);

        /// <summary>ord(value); 0: raised.</summary>
        internal abstract int Ord(int value);

        /// <summary>-1, 0 or 1 as a is less than, equal to or greater than b. The order of the bytes is that of the code points.</summary>
        internal abstract int Order(int a, int b);

        /// <summary>The code point that starts at this index of A.Text.</summary>
        internal abstract int Point(int at);

        /// <summary>Adds part of the text at Stack[slot] to the open text, or all of it if the length is negative. False: raised and dropped.</summary>
        internal abstract bool Put(int slot, int offset, int length);

        /// <summary>Adds a code point to the open text. False: raised and dropped.</summary>
        internal abstract bool PutPoint(int point);

        /// <summary>Sets Start and Size to the bytes of a STR, BYTES or BYTEARRAY; false if the value is none.</summary>
        internal abstract bool Range(int value);

        /// <summary>The text at Stack[at] so many times over; 0: raised.</summary>
        internal abstract int Repeat(int at, long count);

        /// <summary>Gets room for a new text of so many bytes and its object, paid for; false: raised.</summary>
        internal abstract bool Room(long bytes);

        internal int Size;

        /// <summary>A slice of the text at Stack[at]: `units` units from `start` on, which are all inside it; 0: raised.</summary>
        internal abstract int Slice(int at, long start, long step, long units);

        /// <summary>Makes room for bytes of open text, paid for. False: raised and dropped.</summary>
        internal abstract bool Space(int bytes);

        /// <summary>The bytes of the last value that Range was given: the index of the first one in A.Text, and their number.</summary>
        internal int Start;
    }

    /// <summary>Values as text: str(), repr(), ascii(): what the machine and the other services ask of it.</summary>
    internal abstract class Repr
    {
        /// <summary>Adds ASCII text to the open text, as all of the following do. False: raised, and the open text is dropped.</summary>
        internal abstract bool Text(string text);

        /// <summary>Whether an error has a message of its own.</summary>
        internal abstract bool HasMessage(int error);

        /// <summary>The name of a CLASS or of a builtin (without its module).</summary>
        internal abstract bool PutTypeName(int type);

        /// <summary>ascii(Stack[at]); 0: raised, or Hook.ascii is asked.</summary>
        internal abstract int Ascii(int at);

        /// <summary>repr(Stack[at]); 0: raised, or Hook._repr is asked.</summary>
        internal abstract int Of(int at);

        /// <summary>Adds str(value) or repr(value) to the open text. False: raised, or that hook is asked; the open text is dropped.</summary>
        internal abstract bool Put(int value, bool str, int hook);

        /// <summary>str(Stack[at]); 0: raised, or Hook._str is asked.</summary>
        internal abstract int Str(int at);
    }

    /// <summary>The format specification language: what the machine and the other services ask of it.</summary>
    internal abstract class Format
    {
        /// <summary>format(Stack[at], Stack[at + 1]), or without a specification; 0: raised, or Hook._format is asked.</summary>
        internal abstract int FormatValue(int at, bool hasSpec);
    }

    /// <summary>list, tuple and range; items and slices of every builtin container: what the machine and the other services ask of it.</summary>
    internal abstract class Containers
    {
        /// <summary>Appends Stack[at + 1] to the list Stack[at]; false: MemoryError is pending.</summary>
        internal abstract bool Append(int at);

        /// <summary>range(...) of the arguments at Stack[at].</summary>
        internal abstract int BuildRange(int at, int argc);

        /// <summary>A method of list or tuple on Stack[at], its arguments above it and counted in argc with it.</summary>
        internal abstract int Call(int method, int at, int argc, int keywords);

        /// <summary>Stack[at] + Stack[at + 1], the first a list or tuple.</summary>
        internal abstract int Concat(int at);

        /// <summary>list(...) or tuple(...) of the argument at Stack[at].</summary>
        internal abstract int Construct(int type, int at, int argc);

        /// <summary>del Stack[at][Stack[at + 1]]: 1, or 0 with a fault or the Python half pending.</summary>
        internal abstract int DelItem(int at);

        /// <summary>list Stack[at] += Stack[at + 1]: 1, or 0 with a fault or Hook._list_extend pending.</summary>
        internal abstract int Extend(int at);

        /// <summary>Stack[at][Stack[at + 1]].</summary>
        internal abstract int Item(int at);

        /// <summary>A list or tuple of so many items, all 0: the caller fills them in before it allocates again.</summary>
        internal abstract int NewSequence(int kind, long count);

        /// <summary>The list or tuple Stack[at] * n.</summary>
        internal abstract int Repeat(int at, long n);

        /// <summary>The list Stack[at] *= n.</summary>
        internal abstract int RepeatInPlace(int at, long n);

        /// <summary>Stack[at + 1][Stack[at + 2]] = Stack[at]: 1, or 0 with a fault or the Python half pending.</summary>
        internal abstract int SetItem(int at);

        /// <summary>Sorts the list Stack[at], stable: 1 done, 0 a fault is pending, -1 user code is needed.</summary>
        internal abstract int Sort(int at);

        /// <summary>
        /// Replaces the iterable Stack[at] by its `count` values, the first one on top: 1; 0: a fault is pending, or with Pending 0
        /// the caller has to make a tuple of it first.
        /// </summary>
        internal abstract int Unpack(int at, int count);

        /// <summary>As Unpack, `before` values, a list of those between, and `after` values.</summary>
        internal abstract int UnpackEx(int at, int before, int after);
    }

    /// <summary>dict, set and frozenset: what the machine and the other services ask of it.</summary>
    internal abstract class Dicts
    {
        /// <summary>A method of dict, set or frozenset on Stack[at], its arguments above it and counted in argc with it.</summary>
        internal abstract int Call(int method, int at, int argc, int keywords);

        /// <summary>dict(...), set(...) or frozenset(...) with the arguments at Stack[at].</summary>
        internal abstract int Construct(int type, int at, int argc, int keywords);

        /// <summary>Entries alive: len().</summary>
        internal abstract int Count(int dict);

        /// <summary>del Stack[at][Stack[at + 1]]: as Set.</summary>
        internal abstract int Delete(int at);

        /// <summary>The word of Heap where an entry (key, value, hash) is.</summary>
        internal abstract int EntryAt(int dict, int entry);

        /// <summary>The entry of a key with that hash, or MISSING, USER or FAULT. Never allocates.</summary>
        internal abstract int Find(int dict, int key, int hash);

        /// <summary>The entry of a name number in the attributes or the shape of a class, or MISSING.</summary>
        internal abstract int FindName(int dict, int name);

        /// <summary>dict Stack[at], key Stack[at + 1]: the value; 0: KeyError or the Python half is pending.</summary>
        internal abstract int Get(int at);

        /// <summary>
        /// Gives the BUFFER (or 0) in a field of the object Stack[at] `want` value slots, or fewer but at least `least` if memory is short: in
        /// place if it is the last object, else by a copy. False: MemoryError is pending, nothing changed.
        /// </summary>
        internal abstract bool Grow(int at, int field, int least, int want);

        /// <summary>Whether a dict or set has a key: 1, 0, -1 user code, -2 a fault is pending. Never allocates.</summary>
        internal abstract int Has(int dict, int key);

        /// <summary>_hash_probe, _dict_put, _dict_set_at, _dict_at and _dict_del_at of builtins.md. Any program can call them: operands are checked.</summary>
        internal abstract int Helper(int builtin, int at);

        /// <summary>The key of an entry; 0 if it is deleted.</summary>
        internal abstract int KeyAt(int dict, int entry);

        /// <summary>An empty dict, set or frozenset; 0: MemoryError is pending.</summary>
        internal abstract int New(int kind);

        /// <summary>
        /// dict Stack[at], key Stack[at + 1], value Stack[at + 2]: 1 done, 0 a fault is pending, -1 user code is needed (nothing happened).
        /// </summary>
        internal abstract int Put(int at);

        /// <summary>Put with the hash known.</summary>
        internal abstract int PutHashed(int at, int hash);

        /// <summary>Deletes an entry.</summary>
        internal abstract void RemoveAt(int dict, int entry);

        /// <summary>Stack[at + 1][Stack[at + 2]] = Stack[at]: 1, or 0 with a fault or the Python half pending.</summary>
        internal abstract int Set(int at);

        /// <summary>
        /// Stack[at] op Stack[at + 1] of two sets or dicts, op 1 -, 9 &amp;, 10 |, 11 ^ (for dicts | only), in place if the left one is
        /// mutable and that is asked for; 0 with Pending 0: other operands.
        /// </summary>
        internal abstract int SetOperator(int op, int at, bool inPlace);

        /// <summary>Whether every key of a dict or set is in another: as Has.</summary>
        internal abstract int Subset(int dict, int other);

        /// <summary>Entries in use, deleted ones included.</summary>
        internal abstract int Used(int dict);

        internal abstract int ValueAt(int dict, int entry);
    }

    /// <summary>Equality, order, hashing and membership: what the machine and the other services ask of it.</summary>
    internal abstract class Compare
    {
        /// <summary>A SET, FROZENSET or the DICT of a keys view; 0 for anything else.</summary>
        internal abstract int SetOf(int value);

        /// <summary>The first of the items [from, to) of a list or tuple that is the item or equals it; -1 none, -2 user code, -3 a fault is pending.</summary>
        internal abstract int IndexOf(int sequence, int item, int from, int to);

        /// <summary>Stack[at] in Stack[at + 1]: True or False; 0: a fault or the Python half is pending.</summary>
        internal abstract int Contains(int at);

        /// <summary>a == b of two values. Identity counts inside containers only.</summary>
        internal abstract int Equal(int a, int b);

        /// <summary>A fault is pending.</summary>
        internal const int FAULT = -2;

        /// <summary>The hash of a value, 30 bits; USER, or FAULT if it has none.</summary>
        internal abstract int Hash(int value);

        /// <summary>The word of Heap where the items of a list, tuple or slice are.</summary>
        internal abstract int ItemsAt(int value);

        /// <summary>Order comparison: op 0 &lt; 1 &lt;= 2 &gt; 3 &gt;=.</summary>
        internal abstract int Order(int op, int a, int b);

        /// <summary>Items of a list, tuple or slice.</summary>
        internal abstract int Size(int value);

        /// <summary>Only user code can say.</summary>
        internal const int USER = -1;
    }

    /// <summary>What an ITERATOR walks.</summary>
    internal static class Walk
    {
        internal const int SEQUENCE = 0;
        internal const int TEXT = 1;
        internal const int BYTES = 2;
        internal const int RANGE = 3;
        internal const int KEYS = 4;
        internal const int VALUES = 5;
        internal const int ITEMS = 6;
        internal const int SET = 7;

        /// <summary>The source is another iterator.</summary>
        internal const int ENUMERATE = 8;

        /// <summary>Added: from the end.</summary>
        internal const int BACK = 16;
    }

    /// <summary>Builtin iterators and len(): what the machine and the other services ask of it.</summary>
    internal abstract class Iterators
    {
        /// <summary>enumerate(Stack[at], start), the start a second argument or a keyword; 0: a fault or the Python half is pending.</summary>
        internal abstract int Enumerate(int at, int argc, int keywords);

        /// <summary>Whether Iter and Next walk the value without user code.</summary>
        internal abstract bool IsNativeIterable(int value);

        /// <summary>iter(Stack[at]); 0: a fault or user code is pending.</summary>
        internal abstract int Iter(int at);

        /// <summary>len() of a builtin value; -1: it has none.</summary>
        internal abstract long Length(int at);

        /// <summary>How many items are left of a value that is walked; -1: nobody knows.</summary>
        internal abstract long Left(int at);

        /// <summary>The next value of the ITERATOR Stack[at]; 0 with Pending 0: exhausted, else a fault.</summary>
        internal abstract int Next(int at);

        /// <summary>reversed(Stack[at]); 0: a fault or the Python half is pending.</summary>
        internal abstract int Reversed(int at);
    }

    /// <summary>Builtin functions, types and modules by number: what the machine and the other services ask of it.</summary>
    internal abstract class Builtins
    {
        /// <summary>Raises what CPython says of an attribute of a builtin value or type that is set or deleted; 0.</summary>
        internal abstract int RefuseStore(int value, int name);

        /// <summary>A dict of the own attributes of the instance or CLASS Stack[at]; 0: raised.</summary>
        internal abstract int InstanceDict(int at);

        /// <summary>Sets the attribute of the exception Stack[at + 1] that builtin exceptions have to Stack[at]: 1; 0 with NoAttribute if the name
        /// is none of them, or another error.</summary>
        internal abstract int SetExceptionAttribute(int at, int name);

        /// <summary>Calls the builtin with the arguments at Stack[at], those of `keywords` last.</summary>
        internal abstract int Call(int no, int at, int argc, int keywords);

        /// <summary>Calls the method with its receiver and arguments at Stack[at] (a static method: its arguments alone).</summary>
        internal abstract int CallMethod(int method, int at, int argc, int keywords);

        /// <summary>The value of such a constant; 0 with MemoryError.</summary>
        internal abstract int Constant(int no);

        /// <summary>True for constants that Constant makes each time: floats and objects.</summary>
        internal abstract bool IsStored(int no);

        internal abstract int NewFloat(double value);

        internal abstract int NewInt(long value);

        /// <summary>The double of an int or a float; false with TypeError.</summary>
        internal abstract bool Number(int value, out double number);

        internal static int Plain(int value)
        {
            return value == Value.TRUE ? 3 : value == Value.FALSE ? 1 : value;
        }

        /// <summary>A program starts: state of modules is as new.</summary>
        internal abstract void Start();

        internal abstract int Whole(double value);
    }

    /// <summary>Operators on builtin values: what the machine and the other services ask of it.</summary>
    internal abstract class Operators
    {
        internal const int ADD = 0;

        /// <summary>Operator `op` (with IN_PLACE or not) on stack[at] and stack[at + 1]: the value, or 0 with Pending set.</summary>
        internal abstract int Binary(int op, int at);

        /// <summary>Raises what CPython says of operands that nothing takes; 0.</summary>
        internal abstract int Refuse(int op, int a, int b);

        /// <summary>Added to a comparison's number where it stands among the operators.</summary>
        internal const int COMPARISON = 32;

        /// <summary>RANGE_INIT: start, stop and step at stack[at]. False with an exception.</summary>
        internal abstract bool CheckRange(int at);

        internal const int FLOORDIV = 4;

        /// <summary>Added to a binary operator's number: its augmented form.</summary>
        internal const int IN_PLACE = 16;

        internal const int MOD = 5;

        /// <summary>RANGE_NEXT with ints beyond 31 bits: 1 stored in stack[to] and advanced, 0 exhausted, -1 fault.</summary>
        internal abstract int NextInRange(int at, int to);

        /// <summary>A comparison by number (0 lt, le, gt, ge, eq, ne): 1, 0, -1 user code, -2 fault.</summary>
        internal abstract int Order(int op, int a, int b);

        internal const int POW = 6;

        /// <summary>1 or 0; -1: an instance whose class must be asked.</summary>
        internal abstract int Truth(int v);

        /// <summary>0 -a, 1 +a, 2 ~a of stack[at].</summary>
        internal abstract int Unary(int op, int at);
    }

    /// <summary>Images: reading, verifying, laying out: what the machine and the other services ask of it.</summary>
    internal abstract class Loader
    {
        internal const int CLASS_BODY = 16;

        internal const int FREES = 64;

        /// <summary>Flags of a function (image.md).</summary>
        internal const int GENERATOR = 4;

        /// <summary>Whether the policy grants the module that a builtin belongs to.</summary>
        internal abstract bool IsGranted(int builtin);

        /// <summary>The number under which the program knows a name of the image: its own, or that of the same text which the script made before; 0 for what is no name.</summary>
        internal abstract int Name(int number);

        /// <summary>Loads the first `length` bytes, which must not change while they are loaded. 0, or the Err.Image number of what is wrong at Offset.</summary>
        internal abstract int Load(byte[] image, int length);

        /// <summary>Flag in the header of a TUPLE that is a `names` constant: small ints, each a name number.</summary>
        internal const int NAMES = 1 << 6;

        /// <summary>Reads an extension of the open program from a place in the array of its image and puts its body's function on the stack; see ImageLoader.</summary>
        internal abstract int Extend(int at, int length, int main);

        /// <summary>Bytes that an open program needs to stay as they are: [0, Kept).</summary>
        internal int Kept;

        /// <summary>Functions that are there.</summary>
        internal int Functions;

        /// <summary>Where in the image the last finding is.</summary>
        internal int Offset;
    }
}
