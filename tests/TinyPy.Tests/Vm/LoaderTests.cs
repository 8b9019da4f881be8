// The loader's checks, each just inside and just outside of what it allows (lib/spec/image.md).
using System.Buffers.Binary;
using System.Text;
using TinyPy.Vm;
using static TinyPy.Tests.Vm.LoaderHost;

namespace TinyPy.Tests.Vm;

public sealed class LoaderTests
{
    [Fact]
    public void The_smallest_image_is_accepted_and_the_machine_can_be_used_again()
    {
        Machine machine = Machine();
        for (int i = 0; i < 3; i++)
        {
            Accepted(ImageBuilder.Smallest(), machine);
            Refused(Err.ImageTruncated, [], 0, machine);
        }

        byte[] image = ImageBuilder.Smallest().Build();
        Assert.Equal(Err.ImageTruncated, machine.Load(null!, 0));
        Assert.Equal(Err.ImageTruncated, machine.Load(image, image.Length + 1));
        Assert.Equal(Err.ImageTruncated, machine.Load(image, -1));
        Accepted(image, machine);
    }

    [Fact]
    public void The_length_says_where_the_image_ends()
    {
        byte[] image = ImageBuilder.Smallest().Build();
        Assert.Equal(0, Machine().Load([.. image, 1, 2, 3], image.Length));
        Assert.NotEqual(0, Machine().Load([.. image, 1, 2, 3], image.Length + 1));
    }

    [Theory]
    [InlineData(0, 'U', Err.ImageMagic, 0)]
    [InlineData(1, 'p', Err.ImageMagic, 0)]
    [InlineData(2, 0, Err.ImageMagic, 0)]
    [InlineData(3, Limit.IMAGE_VERSION - 1, Err.ImageVersion, 3)]
    [InlineData(3, Limit.IMAGE_VERSION + 1, Err.ImageVersion, 3)]
    [InlineData(4, 0x55, Err.ImageChecksum, 4)]
    [InlineData(7, 0x55, Err.ImageChecksum, 4)]
    [InlineData(8, 1, Err.ImageChecksum, 4)]
    public void A_wrong_byte_of_the_frame_is_found(int at, int value, int error, int offset)
    {
        byte[] image = ImageBuilder.Smallest().Build();
        image[at] = (byte)value;
        Refused(error, image, offset);
    }

    [Fact]
    public void What_is_left_over_or_missing_at_the_end_is_found()
    {
        ImageBuilder image = ImageBuilder.Smallest();
        image.Trailing = 1;
        byte[] bytes = image.Build();
        Refused(Err.ImageTrailing, bytes, bytes.Length - 1);
        image.Trailing = 0;
        image.Main.Length = 2;
        bytes = image.Build();
        Refused(Err.ImageTruncated, bytes, bytes.Length);
    }

    [Theory]
    [InlineData(new byte[] { 0x80, 0 }, Err.ImageVarint)]
    [InlineData(new byte[] { 0x81, 0x80, 0 }, Err.ImageVarint)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x08 }, Err.ImageVarint)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x87, 0 }, Err.ImageVarint)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, Err.ImageTooLarge)]
    [InlineData(new byte[] { 0x81, 0x20 }, Err.ImageTooLarge)]
    [InlineData(new byte[] { 0x80, 0x20 }, Err.ImageNameText)]
    public void A_number_is_in_its_shortest_form(byte[] names, int error)
    {
        byte[] rest = ImageBuilder.Smallest().Build()[9..];
        Refused(error, ImageBuilder.Seal([(byte)'T', (byte)'P', (byte)'N', 1, 0, 0, 0, 0, .. names, .. rest]));
    }

    [Fact]
    public void Counts_stay_within_the_limits()
    {
        ImageBuilder names = ImageBuilder.Smallest();
        for (int i = 0; i < Limit.MAX_NAMES; i++)
        {
            names.Name($"n{i:D5}");
        }

        Accepted(names);
        Refused(Err.ImageTooLarge, names.Name("z"));

        ImageBuilder statics = ImageBuilder.Smallest().Int(1);
        statics.Globals = Limit.MAX_STATICS - 1;
        Accepted(statics);
        Refused(Err.ImageTooLarge, statics.Int(2));

        ImageBuilder functions = new();
        for (int i = 0; i < Limit.MAX_FUNCTIONS; i++)
        {
            functions.Function().Add(Op.RETURN_NONE);
        }

        Accepted(functions);
        functions.Function().Add(Op.RETURN_NONE);
        Refused(Err.ImageTooLarge, functions);

        ImageBuilder none = new();
        Refused(Err.ImageFunctionHeader, none);

        ImageBuilder hooks = ImageBuilder.Smallest();
        hooks.Counts[4] = 256;
        Refused(Err.ImageTooLarge, hooks);
    }

    [Fact]
    public void An_image_has_at_most_its_size()
    {
        static byte[] Of(int payload) => ImageBuilder.Smallest().Constant(4, [.. ImageBuilder.Varint(payload), .. new byte[payload]]).Build();
        int overhead = Of(1 << 19).Length - (1 << 19);
        Assert.Equal(Limit.MAX_IMAGE, Of(Limit.MAX_IMAGE - overhead).Length);
        Accepted(Of(Limit.MAX_IMAGE - overhead));
        Refused(Err.ImageTooLarge, Of(Limit.MAX_IMAGE - overhead + 1), 0);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "aa")]
    [InlineData("Z", "a")]
    [InlineData("é", "ê")]
    [InlineData("z", "é")]
    [InlineData("￿", "\U00010000")]
    public void Names_stand_in_the_order_of_their_bytes(string first, string second)
    {
        Accepted(ImageBuilder.Smallest().Name(first).Name(second));
        Refused(Err.ImageNameText, ImageBuilder.Smallest().Name(second).Name(first));
        Refused(Err.ImageNameText, ImageBuilder.Smallest().Name(second).Name(second));
    }

    [Fact]
    public void A_name_is_neither_empty_nor_a_standard_name()
    {
        Refused(Err.ImageNameText, ImageBuilder.Smallest().Name(""));
        for (int i = 1; i <= NameTable.Count; i++)
        {
            Refused(Err.ImageNameText, ImageBuilder.Smallest().Name(NameTable.Text(i)));
        }

        Accepted(ImageBuilder.Smallest().Name("__init").Name("__init___").Name("appen").Name("append_"));
    }

    [Theory]
    [InlineData("7F", true)]
    [InlineData("80", false)]
    [InlineData("C1BF", false)]
    [InlineData("C280", true)]
    [InlineData("DFBF", true)]
    [InlineData("C2", false)]
    [InlineData("C220", false)]
    [InlineData("E09FBF", false)]
    [InlineData("E0A080", true)]
    [InlineData("ED9FBF", true)]
    [InlineData("EDA080", false)]
    [InlineData("EDBFBF", false)]
    [InlineData("EE8080", true)]
    [InlineData("EFBFBF", true)]
    [InlineData("E28220", false)]
    [InlineData("E282", false)]
    [InlineData("F08FBFBF", false)]
    [InlineData("F0908080", true)]
    [InlineData("F48FBFBF", true)]
    [InlineData("F4908080", false)]
    [InlineData("F5808080", false)]
    [InlineData("F0908041", false)]
    [InlineData("F09080", false)]
    [InlineData("FF", false)]
    [InlineData("6180", false)]
    public void Text_is_valid_utf8(string hex, bool valid)
    {
        byte[] text = Convert.FromHexString(hex);
        ImageBuilder name = ImageBuilder.Smallest();
        name.Names.Add(text);
        ImageBuilder str = ImageBuilder.Smallest().Constant(3, [.. ImageBuilder.Varint(text.Length), .. text]);
        if (valid)
        {
            Accepted(name);
            Accepted(str);
        }
        else
        {
            Refused(Err.ImageNameText, name);
            Refused(Err.ImageConstantValue, str);
        }

        Accepted(ImageBuilder.Smallest().Constant(4, [.. ImageBuilder.Varint(text.Length), .. text]));
    }

    [Fact]
    public void Constants_become_values()
    {
        ImageBuilder image = ImageBuilder.Smallest().Name("own");
        image.Constant(0).Int(5).Int(1L << 40).Constant(2, BitConverter.GetBytes(1.5)).Str("ab").Str("é").Constant(4, 2, 0, 255);
        image.Constant(5, 3, 1, 1, 4).Constant(6, Builtin.len).Constant(7, [2, .. ImageBuilder.Varint(Word.key), .. ImageBuilder.Varint(ImageBuilder.FirstName)]).Str("");
        image.Globals = 2;
        Machine machine = Machine();
        Accepted(image, machine);
        Arena arena = ArenaOf(machine);
        int[] values = arena.Stack;
        Assert.Equal(Value.UNBOUND, values[0]);
        Assert.Equal((5 << 1) | 1, values[1]);
        Assert.Equal(1L << 40, arena.IntOf(values[2]));
        Assert.Equal(1.5, arena.Floats[values[3] >> 3]);
        Assert.Equal("ab", Text(arena, values[4]));
        Assert.Equal(Kind.STR | Kind.ASCII, arena.Heap[values[4] >> 2] & 255);
        Assert.Equal("é", Text(arena, values[5]));
        Assert.Equal(Kind.STR, arena.Heap[values[5] >> 2] & 255);
        Assert.Equal(Kind.BYTES, arena.KindOf(values[6]));
        Assert.Equal([values[1], values[1], values[4]], Items(arena, values[7]));
        Assert.Equal((Builtin.len << 3) | 6, values[8]);
        Assert.Equal([(Word.key << 1) | 1, (ImageBuilder.FirstName << 1) | 1], Items(arena, values[9]));
        Assert.Equal("", Text(arena, values[10]));
        Assert.Equal([0, 0], values[11..13]);
    }

    private static string Text(Arena arena, int value) => Encoding.UTF8.GetString(arena.Text, arena.Heap[(value >> 2) + 1], arena.Heap[(value >> 2) + 2]);

    private static int[] Items(Arena arena, int tuple)
    {
        Assert.Equal(Kind.TUPLE, arena.KindOf(tuple));
        int at = tuple >> 2;
        return arena.Heap[(at + 1)..(at + (arena.Heap[at] >> 8))];
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(63L)]
    [InlineData(64L)]
    [InlineData(-64L)]
    [InlineData(-65L)]
    [InlineData(0x3FFFFFFFL)]
    [InlineData(0x40000000L)]
    [InlineData(-0x40000000L)]
    [InlineData(-0x40000001L)]
    [InlineData(1L << 62)]
    [InlineData(-(1L << 62))]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Every_int_of_64_bits_can_be_a_constant(long value)
    {
        Machine machine = Machine();
        Accepted(ImageBuilder.Smallest().Int(value), machine);
        Assert.Equal(value, ArenaOf(machine).IntOf(ArenaOf(machine).Stack[0]));
    }

    [Theory]
    [InlineData("8000")]
    [InlineData("FF7F")]
    [InlineData("8080808080808080808000")]
    [InlineData("80808080808080808001")]
    [InlineData("FFFFFFFFFFFFFFFFFF01")]
    [InlineData("FFFFFFFFFFFFFFFFFF7E")]
    [InlineData("FFFFFFFFFFFFFFFFFF7F")]
    public void An_int_is_in_its_shortest_form_and_fits_64_bits(string hex)
    {
        Refused(Err.ImageVarint, ImageBuilder.Smallest().Constant(1, Convert.FromHexString(hex)));
    }

    [Fact]
    public void Constants_hold_only_what_they_may()
    {
        Refused(Err.ImageConstantTag, ImageBuilder.Smallest().Constant(8));
        Refused(Err.ImageConstantTag, ImageBuilder.Smallest().Constant(255));
        Accepted(ImageBuilder.Smallest().Int(1).Constant(5, 1, 0));
        Refused(Err.ImageConstantValue, ImageBuilder.Smallest().Int(1).Constant(5, 1, 1));
        Refused(Err.ImageConstantValue, ImageBuilder.Smallest().Constant(5, 1, 0));
        Accepted(ImageBuilder.Smallest().Constant(5, 0));
        Refused(Err.ImageConstantValue, ImageBuilder.Smallest().Constant(7, 0));
        Refused(Err.ImageConstantValue, ImageBuilder.Smallest().Constant(7, 1, 0));
        Accepted(ImageBuilder.Smallest().Constant(7, [1, .. ImageBuilder.Varint(NameTable.Count)]));
        Refused(Err.ImageConstantValue, ImageBuilder.Smallest().Constant(7, [1, .. ImageBuilder.Varint(NameTable.Count + 1)]));
        Accepted(ImageBuilder.Smallest().Name("a").Constant(7, [1, .. ImageBuilder.Varint(NameTable.Count + 1)]));
        Refused(Err.ImageTruncated, ImageBuilder.Smallest().Constant(5, ImageBuilder.Varint(int.MaxValue)));
        Refused(Err.ImageTruncated, ImageBuilder.Smallest().Constant(3, ImageBuilder.Varint(int.MaxValue)));
    }

    [Theory]
    [InlineData(Builtin.None, 0)]
    [InlineData(Builtin.Ellipsis, 0)]
    [InlineData(Builtin.@int, 0)]
    [InlineData(Builtin.KeyError, 0)]
    [InlineData(Builtin.len, 0)]
    [InlineData(Builtin.math_sqrt, 0)]
    [InlineData(Builtin.module_math, Err.ImageConstantValue)]
    [InlineData(Builtin.math_pi, Err.ImageConstantValue)]
    [InlineData(Builtin.sys_version, Err.ImageConstantValue)]
    [InlineData(BuiltinTable.COUNT - 1, 0)]
    [InlineData(BuiltinTable.COUNT, Err.ImageConstantValue)]
    [InlineData(1 << 28, Err.ImageConstantValue)]
    public void A_builtin_constant_is_one_that_needs_no_object(int number, int error)
    {
        ImageBuilder image = ImageBuilder.Smallest().Constant(6, ImageBuilder.Varint(number));
        if (error == 0)
        {
            Accepted(image);
        }
        else
        {
            Refused(error, image);
        }
    }

    [Fact]
    public void A_builtin_constant_needs_its_modules_permission()
    {
        ImageBuilder image = ImageBuilder.Smallest().Constant(6, ImageBuilder.Varint(Builtin.math_sqrt));
        Refused(Err.ImageDenied, image, Machine(policy: PolicyTable([Builtin.module_time], [])));
        Accepted(image, Machine(policy: PolicyTable([Builtin.module_math], [])));
        Refused(Err.ImageDenied, image, Machine(policy: [9, 9]));
    }

    [Fact]
    public void What_does_not_fit_the_arenas_is_refused()
    {
        ImageBuilder text = ImageBuilder.Smallest().Str(new string('a', 256));
        Accepted(text, Machine(text: 256));
        Refused(Err.ImageNoMemory, ImageBuilder.Smallest().Str(new string('a', 257)), Machine(text: 256));

        ImageBuilder floats = ImageBuilder.Smallest();
        for (int i = 0; i < 8; i++)
        {
            floats.Constant(2, BitConverter.GetBytes((double)i));
        }

        Accepted(floats, Machine(floats: 64));
        Refused(Err.ImageNoMemory, floats.Constant(2, BitConverter.GetBytes(8.0)), Machine(floats: 64));

        ImageBuilder globals = ImageBuilder.Smallest();
        globals.Globals = 64;
        Refused(Err.ImageNoMemory, globals, Machine(stack: 256));
        globals.Globals = 65;
        Refused(Err.ImageNoMemory, globals, Machine(stack: 256));

        // 1024 bytes are 256 words: 2 before the tables, the tables' 13, the tuple's header and items, and the 30 of the MemoryError that is kept ready with its traceback.
        ImageBuilder heap = ImageBuilder.Smallest();
        heap.Constant(5, [.. ImageBuilder.Varint(210), .. new byte[210]]);
        heap.Constants.Insert(0, [1, 1]);
        Accepted(heap, Machine(heap: 1024));
        heap.Constants[1] = [5, .. ImageBuilder.Varint(211), .. new byte[211]];
        Refused(Err.ImageNoMemory, heap, Machine(heap: 1024));

        // 2 words stand before the tables, which are 13: 241 for the verifier, and 653 bytes of code need 217 + 20 + 4.
        Accepted(ImageBuilder.Of(f => f.Add(Op.PUSH_NONE).Times(651, Op.NOT).Add(Op.RETURN), 1), Machine(heap: 1024));
        Refused(Err.ImageNoMemory, ImageBuilder.Of(f => f.Add(Op.PUSH_NONE).Times(652, Op.NOT).Add(Op.RETURN), 1), Machine(heap: 1024));
    }

    [Fact]
    public void The_tables_are_the_first_object_of_the_heap()
    {
        ImageBuilder image = ImageBuilder.Smallest().Name("first").Name("second");
        FunctionBuilder function = image.Function(1, 7, 1 | 8 | 32);
        (function.Positional, function.PositionalOnly, function.KeywordOnly, function.Name) = (2, 1, 3, ImageBuilder.FirstName + 1);
        function.ParameterNames.AddRange([0, ImageBuilder.FirstName, Word.key, Word.@base, Word.end]);
        function.Label("a").Add(Op.PUSH_NONE).Add(Op.POP).Label("b").Add(Op.RETURN_NONE).Label("h").Add(Op.RERAISE).Region("a", "b", "h", 0);
        image.Hooks.Add((9, 1));
        byte[] bytes = image.Build();
        Machine machine = Machine();
        Accepted(bytes, machine);
        int[] heap = ArenaOf(machine).Heap;
        int words = 2 * 12 + 2 + 2 + 1;
        Assert.Equal((words << 8) | Kind.RAW, heap[Arena.BASE]);
        int at = Arena.BASE + 1 + 12;
        int code = image.Sections[5] + 1;
        int header = image.Sections[2] + image.Main.Header().Length;
        Assert.Equal([code, -1, 7, 7 + 1 + Limit.FRAME_SLACK, 1 | 8 | 32, 2 | (1 << 8) | (3 << 16)], heap[at..(at + 6)]);
        Assert.Equal(header + 10, heap[at + 6]);
        Assert.Equal(header + 10 + 9, heap[at + 7]);
        Assert.Equal([ImageBuilder.FirstName + 1, code + 4, 1], heap[(at + 8)..(at + 11)]);
        // Never entered without binding: 255 in place of the number of parameters.
        Assert.Equal(255, heap[at + 11]);
        Assert.Equal([image.Sections[0], image.Sections[0] + 6, 9, 1], heap[(at + 12)..(at + 16)]);
        Assert.Equal(0, heap[Arena.BASE + 1 + 1]);
        Assert.Equal(5, BinaryPrimitives.ReadInt16LittleEndian([bytes[heap[at + 12]], 0]));
    }
}
