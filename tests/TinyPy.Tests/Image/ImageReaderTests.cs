// The reader takes what image.md describes, and refuses everything else with the error and the byte.
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Vm;

namespace TinyPy.Tests.Image;

public sealed class ImageReaderTests
{
    private const int NameSection = 0, ConstantSection = 1, FunctionSection = 2, HookSection = 3, RequirementSection = 4, CodeSection = 5;

    private static readonly int s_name = NameInfo.Count + 1;

    [Fact]
    public void Crc32_is_the_one_of_IEEE() => Assert.Equal(0xCBF43926u, Checksum.Crc32("123456789"u8));

    [Fact]
    public void The_smallest_image()
    {
        ProgramImage image = ImageReader.Read(HandMadeImage.Smallest().Build());
        Assert.Empty(image.Names);
        Assert.Empty(image.Constants);
        ImageFunction body = Assert.Single(image.Functions);
        Assert.Equal((0, 0, 0, 0, ImageFunctionFlags.None), (body.Index, body.Name, body.Locals, body.Stack, body.Flags));
        Assert.Equal([(byte)Op.RETURN_NONE], body.Code);
        Assert.Equal(image.Size - 1, body.CodeOffset);
        Assert.Null(image.NameText(0));
        Assert.Null(image.NameText(s_name));
        Assert.Equal("join", image.NameText(Word.join));
    }

    [Fact]
    public void Every_kind_of_constant()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Names.Add(HandMadeImage.Text("wärme"));
        made.Constants.AddRange(
        [
            [0],
            [1, 0x7F],
            [1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7F],
            [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00],
            [1, 0xC0, 0x00],
            [2, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F],
            [3, .. HandMadeImage.Text("grüße")],
            [4, 2, 0, 255],
            [5, 2, 1, 6],
            [6, Builtin.None],
            [6, .. HandMadeImage.Varint(Builtin.math_sqrt)],
            [7, 2, .. HandMadeImage.Varint(Word.key), .. HandMadeImage.Varint(s_name)],
        ]);
        ProgramImage image = ImageReader.Read(made.Build());
        Assert.Equal("wärme", image.NameText(s_name));
        Assert.IsType<ImageConstant.Unbound>(image.Constants[0]);
        Assert.Equal([-1, long.MinValue, long.MaxValue, 64], image.Constants.OfType<ImageConstant.Int>().Select(c => c.Value));
        Assert.Equal(1.5, Assert.IsType<ImageConstant.Float>(image.Constants[5]).Value);
        Assert.Equal("grüße", Assert.IsType<ImageConstant.Str>(image.Constants[6]).Value);
        Assert.Equal([0, 255], Assert.IsType<ImageConstant.Bytes>(image.Constants[7]).Value);
        Assert.Equal([1, 6], Assert.IsType<ImageConstant.Tuple>(image.Constants[8]).Items);
        Assert.Equal([Builtin.None, Builtin.math_sqrt], image.Constants.OfType<ImageConstant.Builtin>().Select(c => c.Number));
        Assert.Equal([Word.key, s_name], Assert.IsType<ImageConstant.NameList>(image.Constants[11]).Numbers);
    }

    [Fact]
    public void A_function_with_everything()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Names.Add(HandMadeImage.Text("f"));
        made.Globals = 3;
        int all = 1 | 2 | 4 | 8 | 32 | 64;
        made.Headers.Add(
        [
            .. HandMadeImage.Varint(s_name), (byte)all, 2, 1, 1, 6, .. HandMadeImage.Varint(130), 1, 4, 2,
            0, .. HandMadeImage.Varint(Word.key), .. HandMadeImage.Varint(Word.sep),
            1, 2, 3, 129 & 0x7F | 0x80, 1,
            1, 2, 1, 5,
        ]);
        made.Codes.Add([Op.COPY_FREE, 5, 1, Op.RETURN_NONE]);
        made.Hooks.Add([2, 1]);
        made.Hooks.Add([5, 0]);
        made.Requirements.Add([1, (byte)Builtin.module_time]);
        made.Requirements.Add([2, 4]);
        made.Requirements.Add([3, 4]);
        ProgramImage image = ImageReader.Read(made.Build());
        Assert.Equal(3, image.Globals);
        ImageFunction f = image.Functions[1];
        Assert.Equal((1, s_name, (ImageFunctionFlags)all), (f.Index, f.Name, f.Flags));
        Assert.Equal((2, 1, 1, 6, 130, 1, 5), (f.Positional, f.PositionalOnly, f.KeywordOnly, f.Locals, f.Stack, f.Frees, f.Parameters));
        Assert.Equal([0, Word.key, Word.sep], f.ParameterNames);
        Assert.Equal([new ImageRegion(1, 2, 3, 129), new ImageRegion(1, 2, 1, 5)], f.Regions);
        Assert.False(f.Regions[0].IsContext);
        Assert.True(f.Regions[1].IsContext);
        Assert.Equal(4, f.Code.Length);
        Assert.Equal(image.Size - 4, f.CodeOffset);
        Assert.Equal([new ImageHook(2, 1), new ImageHook(5, 0)], image.Hooks);
        Assert.Equal([new ImageRequirement(1, Builtin.module_time), new ImageRequirement(2, 4), new ImageRequirement(3, 4)], image.Requirements);
    }

    [Fact]
    public void The_head_is_checked()
    {
        byte[] image = HandMadeImage.Smallest().Build();
        Refused(Err.ImageMagic, 1, With(image, 1, (byte)'X'));
        Refused(Err.ImageVersion, 3, With(image, 3, 2));
        Refused(Err.ImageChecksum, 4, With(image, 4, (byte)(image[4] ^ 1)));
        Refused(Err.ImageChecksum, 4, With(image, image.Length - 1, 0));
        Refused(Err.ImageTrailing, image.Length, HandMadeImage.Seal([.. image, 0]));
        Refused(Err.ImageTooLarge, Limit.MAX_IMAGE, new byte[Limit.MAX_IMAGE + 1]);
        Refused(Err.ImageTruncated, 0, []);
    }

    [Fact]
    public void Every_prefix_is_refused()
    {
        byte[] image = Rich().Build();
        Assert.NotNull(ImageReader.Read(image));
        for (int length = 0; length < image.Length; length++)
        {
            byte[] cut = image[..length];
            ImageFormatException e = Assert.Throws<ImageFormatException>(() => ImageReader.Read(length < 8 ? cut : HandMadeImage.Seal(cut)));
            Assert.True(e.Error is Err.ImageTruncated && e.Offset == length, $"{length} bytes: {e.Message}");
        }
    }

    [Fact]
    public void No_changed_byte_fails_otherwise_than_by_refusal_and_no_listing_fails()
    {
        byte[] image = Rich().Build();
        int read = 0, refused = 0;
        for (int at = 8; at < image.Length; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                try
                {
                    Assert.NotEmpty(Disassembler.List(ImageReader.Read(HandMadeImage.Seal(With(image, at, (byte)value)))));
                    read++;
                }
                catch (ImageFormatException e)
                {
                    Assert.InRange(e.Offset, 0, image.Length);
                    refused++;
                }
            }
        }
        Assert.True(read > 1000 && refused > 1000, $"{read} read, {refused} refused");
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0 }, Err.ImageFunctionHeader, 11)]
    [InlineData(new byte[] { 0x81, 0x20, 0, 0, 1, 0, 0 }, Err.ImageTooLarge, 8)]
    [InlineData(new byte[] { 0, 0x81, 0x40, 0, 1, 0, 0 }, Err.ImageTooLarge, 9)]
    [InlineData(new byte[] { 0, 0, 0x81, 0x40, 1, 0, 0 }, Err.ImageTooLarge, 10)]
    [InlineData(new byte[] { 0, 0, 0, 0x81, 0x10, 0, 0 }, Err.ImageTooLarge, 11)]
    [InlineData(new byte[] { 0x80, 0, 0, 0, 1, 0, 0 }, Err.ImageVarint, 8)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0 }, Err.ImageVarint, 8)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x08, 0, 0 }, Err.ImageVarint, 8)]
    public void Counts_are_checked(byte[] counts, int error, int offset) => Refused(error, offset, HandMadeImage.Smallest().Build(counts));

    [Fact]
    public void Names_are_checked()
    {
        Refused(Err.ImageNameText, NameSection, 0, m => m.Names.Add([0]));
        Refused(Err.ImageNameText, NameSection, 0, m => m.Names.Add(HandMadeImage.Text("join")));
        Refused(Err.ImageNameText, NameSection, 2, m => m.Names.AddRange([HandMadeImage.Text("a"), HandMadeImage.Text("a")]));
        Refused(Err.ImageNameText, NameSection, 2, m => m.Names.AddRange([HandMadeImage.Text("b"), HandMadeImage.Text("a")]));
        Refused(Err.ImageNameText, NameSection, 3, m => m.Names.AddRange([HandMadeImage.Text("ab"), HandMadeImage.Text("a")]));
        Refused(Err.ImageNameText, NameSection, 1, m => m.Names.Add([1, 0xFF]));
        Refused(Err.ImageNameText, NameSection, 1, m => m.Names.Add([3, 0xED, 0xA0, 0x80]));
        Refused(Err.ImageNameText, NameSection, 1, m => m.Names.Add([2, 0xC0, 0x80]));
    }

    [Fact]
    public void Constants_are_checked()
    {
        Constant(Err.ImageConstantTag, 0, 8);
        Constant(Err.ImageVarint, 1, 1, 0x80, 0x00);
        Constant(Err.ImageVarint, 1, 1, 0xFF, 0x7F);
        Constant(Err.ImageVarint, 1, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01);
        Constant(Err.ImageVarint, 1, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00);
        Constant(Err.ImageConstantValue, 2, 3, 1, 0x80);
        Constant(Err.ImageConstantValue, 2, 5, 1, 0);
        Constant(Err.ImageConstantValue, 1, [6, .. HandMadeImage.Varint(BuiltinTable.COUNT)]);
        Constant(Err.ImageConstantValue, 1, 7, 0);
        Constant(Err.ImageConstantValue, 2, 7, 1, 0);
        Constant(Err.ImageConstantValue, 2, [7, 1, .. HandMadeImage.Varint(s_name)]);

        static void Constant(int error, int offset, params byte[] bytes) => Refused(error, ConstantSection, offset, m => m.Constants.Add(bytes));
    }

    [Fact]
    public void Lengths_beyond_the_end_are_refused()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Constants.Add([4, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]);
        byte[] image = made.Build();
        Refused(Err.ImageTruncated, image.Length, image);
        made.Constants[0] = [5, 0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        image = made.Build();
        Refused(Err.ImageTruncated, image.Length, image);
    }

    [Fact]
    public void Function_headers_are_checked()
    {
        // name, flags, positional, locals, stack, code, regions
        Header(Err.ImageFunctionHeader, 0, [.. HandMadeImage.Varint(s_name), 0, 0, 0, 0, 1, 0]);
        Header(Err.ImageFunctionHeader, 1, [0, 128, 0, 0, 0, 1, 0]);
        Header(Err.ImageFunctionHeader, 3, [0, 0, 1, 0, 0, 1, 0]);
        Header(Err.ImageFunctionHeader, 3, [0, 1, 1, 1, 0, 1, 0]);
        Header(Err.ImageFunctionHeader, 3, [0, 0, 0, 251, 0, 1, 0]);
        Header(Err.ImageFunctionHeader, 5, [0, 0, 0, 0, 0, 0, 0]);
        Header(Err.ImageTooLarge, 4, [0, 0, 0, 0, .. HandMadeImage.Varint(Limit.MAX_STACK + 1), 1, 0]);
        Header(Err.ImageTooLarge, 5, [0, 0, 0, 0, 0, .. HandMadeImage.Varint(Limit.MAX_CODE + 1), 0]);
        Header(Err.ImageTooLarge, 6, [0, 0, 0, 0, 0, 1, .. HandMadeImage.Varint(Limit.MAX_REGIONS + 1)]);
        // with frees
        Header(Err.ImageFunctionHeader, 5, [0, 64, 0, 1, 0, 0, 1, 0]);
        Header(Err.ImageFunctionHeader, 3, [0, 64, 0, 1, 0, 2, 1, 0]);
        // with parameter names: positional-only and keyword-only follow
        Header(Err.ImageFunctionHeader, 5, [0, 8, 1, 2, 0, 2, 0, 1, 0, 0]);
        Header(Err.ImageFunctionHeader, 9, [0, 8, 1, 0, 0, 2, 0, 1, 0, .. HandMadeImage.Varint(s_name)]);
        // regions
        Header(Err.ImageRegion, 7, [0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0]);
        Header(Err.ImageRegion, 7, [0, 0, 0, 0, 1, 1, 1, 0, 2, 0, 0]);
        Header(Err.ImageRegion, 7, [0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0]);
        Header(Err.ImageRegion, 7, [0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0]);
        Header(Err.ImageRegion, 7, [0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0]);
        // their order: the later start first, then the shorter
        Header(Err.ImageRegion, 11, [0, 0, 0, 0, 1, 3, 2, 0, 1, 2, 0, 1, 1, 2, 0], 3);
        Header(Err.ImageRegion, 11, [0, 0, 0, 0, 1, 3, 2, 0, 2, 2, 0, 0, 1, 2, 0], 3);

        // A second function, so that the rules of function 0 are out of the way.
        static void Header(int error, int offset, byte[] bytes, int code = 1) => Refused(error, FunctionSection, 7 + offset, m =>
        {
            m.Headers.Add(bytes);
            m.Codes.Add([.. Enumerable.Repeat((byte)Op.RETURN_NONE, code)]);
        });
    }

    [Fact]
    public void The_program_takes_no_arguments_and_no_cells()
    {
        Refused(Err.ImageFunctionHeader, FunctionSection, 0, m => m.Headers[0] = [0, 0, 1, 1, 0, 1, 0]);
        Refused(Err.ImageFunctionHeader, FunctionSection, 0, m => m.Headers[0] = [0, 1, 0, 1, 0, 1, 0]);
        Refused(Err.ImageFunctionHeader, FunctionSection, 0, m => m.Headers[0] = [0, 64, 0, 1, 0, 1, 1, 0]);
    }

    [Fact]
    public void Hooks_are_checked()
    {
        Refused(Err.ImageHookTable, HookSection, 0, m => m.Hooks.Add([0, 0]));
        Refused(Err.ImageHookTable, HookSection, 0, m => m.Hooks.Add([.. HandMadeImage.Varint(HookInfo.Count + 1), 0]));
        Refused(Err.ImageHookTable, HookSection, 0, m => m.Hooks.Add([1, 1]));
        Refused(Err.ImageHookTable, HookSection, 2, m => m.Hooks.AddRange([[1, 0], [1, 0]]));
        Refused(Err.ImageHookTable, HookSection, 2, m => m.Hooks.AddRange([[2, 0], [1, 0]]));
    }

    [Fact]
    public void Requirements_are_checked()
    {
        Refused(Err.ImageRequirementTable, RequirementSection, 0, m => m.Requirements.Add([0, 1]));
        Refused(Err.ImageRequirementTable, RequirementSection, 0, m => m.Requirements.Add([6, 1]));
        Refused(Err.ImageRequirementTable, RequirementSection, 0, m => m.Requirements.Add([1, (byte)Builtin.len]));
        Refused(Err.ImageRequirementTable, RequirementSection, 0, m => m.Requirements.Add([1, .. HandMadeImage.Varint(BuiltinTable.COUNT)]));
        Refused(Err.ImageRequirementTable, RequirementSection, 2, m => m.Requirements.AddRange([[2, 1], [2, 1]]));
        Refused(Err.ImageRequirementTable, RequirementSection, 2, m => m.Requirements.AddRange([[3, 1], [2, 2]]));
    }

    [Fact]
    public void A_refusal_says_what_and_where()
    {
        ImageFormatException e = Assert.Throws<ImageFormatException>(() => ImageReader.Read([(byte)'T', (byte)'P', (byte)'X']));
        Assert.Equal("this is not a TinyPy image (byte 2)", e.Message);
    }

    /// <summary>An image with something in every section.</summary>
    internal static HandMadeImage Rich()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Names.Add(HandMadeImage.Text("step"+"s"));
        made.Globals = 1;
        made.Constants.AddRange([[1, 5], [3, .. HandMadeImage.Text("ab")], [5, 2, 0, 1], [2, 0, 0, 0, 0, 0, 0, 0, 0x40], [7, 1, .. HandMadeImage.Varint(Word.sep)]]);
        made.Headers.Add([.. HandMadeImage.Varint(s_name), 8, 2, 0, 0, 3, 2, 10, 1, .. HandMadeImage.Varint(s_name), .. HandMadeImage.Varint(Word.key), 0, 5, 8, 1]);
        made.Codes.Add([Op.JUMP_LT_LI, 0, 7, 0, 0, Op.LOAD_LOCAL_1, Op.STORE_LOCAL, 2, Op.POP, Op.RETURN_NONE]);
        made.Hooks.Add([1, 1]);
        made.Requirements.Add([1, (byte)Builtin.module_time]);
        return made;
    }

    private static byte[] With(byte[] image, int at, byte value)
    {
        byte[] copy = [.. image];
        copy[at] = value;
        return copy;
    }

    private static void Refused(int error, int section, int offset, Action<HandMadeImage> change)
    {
        HandMadeImage made = HandMadeImage.Smallest();
        change(made);
        byte[] image = made.Build();
        Assert.Equal(CodeSection + 2, made.Sections.Length);
        Refused(error, made.Sections[section] + offset, image);
    }

    private static void Refused(int error, int offset, byte[] image)
    {
        ImageFormatException e = Assert.Throws<ImageFormatException>(() => ImageReader.Read(image));
        Assert.Equal((error, offset), (e.Error, e.Offset));
    }
}
