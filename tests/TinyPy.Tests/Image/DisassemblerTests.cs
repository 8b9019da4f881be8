// Listings, compared whole: what a person reads is the specification.
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Vm;

namespace TinyPy.Tests.Image;

public sealed class DisassemblerTests
{
    private static readonly int s_name = NameInfo.Count + 1;

    [Fact]
    public void Tables_headers_and_code()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Names.Add(HandMadeImage.Text("blink"));
        made.Names.Add(HandMadeImage.Text("led"));
        made.Globals = 1;
        made.Constants.AddRange([[3, .. HandMadeImage.Text("it's\n")], [1, 0x7F], [5, 1, 0], [2, 0, 0, 0, 0, 0, 0, 0, 0x40], [7, 1, .. HandMadeImage.Varint(Word.sep)], [0], [4, 2, 65, 200], [6, Builtin.None]]);
        made.Headers[0] = [0, 0, 0, 0, 2, 10, 0];
        made.Codes[0] = [Op.MAKE_FUNCTION, 1, 0, Op.STORE_GLOBAL, 8, Op.LOAD_STATIC_W, 3, 0, Op.POP, Op.RETURN_NONE];
        made.Headers.Add([.. HandMadeImage.Varint(s_name), 8 | 1 | 2 | 4 | 32, 2, 1, 1, 6, 3, 26, 2, 0, .. HandMadeImage.Varint(s_name + 1), .. HandMadeImage.Varint(Word.key), 5, 14, 22, 1, 5, 14, 5, 5]);
        made.Codes.Add(
        [
            Op.JUMP_LT_LI, 1, 0xFF, 15, 0,
            Op.LOAD_BUILTIN, Builtin.math_pi, 0,
            Op.CALL_BUILTIN, Builtin.print, 0, 1,
            Op.LOAD_METHOD, Low(s_name + 1), High(s_name + 1),
            Op.BINARY, 6,
            Op.INPLACE, 4,
            Op.POP,
            Op.RETURN_NONE,
            Op.YIELD,
            Op.RERAISE,
            Op.JUMP, 0xE6, 0xFF,
        ]);
        made.Hooks.Add([1, 1]);
        made.Requirements.Add([1, (byte)Builtin.module_time]);
        made.Requirements.Add([2, 4]);
        made.Requirements.Add([3, 13]);
        ProgramImage image = ImageReader.Read(made.Build());
        string expected = $"""
            image: {image.Size} bytes, checksum {image.Checksum:x8}
            name {s_name}: blink
            name {s_name + 1}: led
            constant 0: 'it\'s\n'
            constant 1: -1
            constant 2: ('it\'s\n',)
            constant 3: 2.0
            constant 4: names(sep)
            constant 5: unbound
            constant 6: b'A\xc8'
            constant 7: None
            globals: 1
            hook _totuple: function 1
            requires module time
            requires pin 4 in
            requires pin 13 out

            function 0 <no name>()
              0 locals, stack 2, 10 bytes at {image.Functions[0].CodeOffset}
                  0  MAKE_FUNCTION    function 1 blink
                  3  STORE_GLOBAL     global 0
                  5  LOAD_STATIC_W    2.0
                  8  POP
                  9  RETURN_NONE

            function 1 blink(local 0, /, led, *local 3, key, **local 4)
              6 locals, stack 3, 26 bytes at {image.Functions[1].CodeOffset}, generator, internal
              5..19: on an exception go to 22 with depth 1
              5..19: handling the exception in local 5
              >   0  JUMP_LT_LI       local 1 led -1 -> 20
                  5  LOAD_BUILTIN     math.pi
                  8  CALL_BUILTIN     print 1
                 12  LOAD_METHOD      led
                 15  BINARY           **
                 17  INPLACE          //=
                 19  POP
              >  20  RETURN_NONE
                 21  YIELD
               ! 22  RERAISE
                 23  JUMP             -> 0

            """;
        Assert.Equal(expected, Disassembler.List(image));
    }

    [Fact]
    public void Source_lines_and_names_are_shown_where_they_are_known()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Globals = 2;
        made.Headers[0] = [0, 0, 0, 1, 1, 10, 0];
        made.Codes[0] = [Op.PUSH_INT, 0xFB, Op.STORE_GLOBAL, 1, Op.LOAD_GLOBAL, 0, Op.STORE_LOCAL, 0, Op.PUSH_NONE, Op.RETURN];
        string[] source = ["count = -5", "    y = other  "];
        var options = new DisassemblerOptions
        {
            LineMap = (function, ip) => ip < 8 ? ("a.py", ip < 4 ? 1 : 2) : null,
            SourceLine = (file, line) => file == "a.py" ? source[line - 1] : null,
            GlobalName = global => global == 1 ? "count" : null,
            LocalName = (function, slot) => $"f{function}_{slot}",
        };
        ProgramImage image = ImageReader.Read(made.Build());
        Assert.Equal($"""
            function 0 <no name>()
              1 locals, stack 1, 10 bytes at {image.Functions[0].CodeOffset}
              a.py:1: count = -5
                  0  PUSH_INT         -5
                  2  STORE_GLOBAL     global 1 count
              a.py:2: y = other
                  4  LOAD_GLOBAL      global 0
                  6  STORE_LOCAL      local 0 f0_0
                  8  PUSH_NONE
                  9  RETURN

            """, Disassembler.ListFunction(image, 0, options));
        Assert.Contains("globals: 2 (?, count)", Disassembler.List(image, options));
        Assert.Contains("  a.py:1:\n", Disassembler.ListFunction(image, 0, options with { SourceLine = null }));
    }

    [Fact]
    public void Kinds_are_shown_as_words()
    {
        Assert.Equal("FORMAT           value", Listed(Op.FORMAT, 0));
        Assert.Equal("FORMAT           repr spec", Listed(Op.FORMAT, 6));
        Assert.Equal("FORMAT           8?", Listed(Op.FORMAT, 8));
        Assert.Equal("MAKE_CLOSURE     function 0 <no name> defaults+cells", Listed(Op.MAKE_CLOSURE, 0, 0, 5));
        Assert.Equal("RAISE            e from c", Listed(Op.RAISE, 2));
        Assert.Equal("RAISE            3?", Listed(Op.RAISE, 3));
        Assert.Equal("BINARY           13?", Listed(Op.BINARY, 13));
    }

    [Fact]
    public void What_makes_no_sense_is_marked()
    {
        Assert.Equal("? opcode 255", Listed(255));
        Assert.Equal("? opcode 0", Listed(0));
        Assert.Equal("LOAD_STATIC_W ? cut off", Listed(Op.LOAD_STATIC_W, 1));
        Assert.Equal("LOAD_STATIC      static 9?", Listed(Op.LOAD_STATIC, 9));
        Assert.Equal("LOAD_LOCAL       local 3?", Listed(Op.LOAD_LOCAL, 3));
        Assert.Equal("GET_ATTR         name 65535?", Listed(Op.GET_ATTR, 255, 255));
        Assert.Equal("MAKE_FUNCTION    function 7?", Listed(Op.MAKE_FUNCTION, 7, 0));
        Assert.Equal("LOAD_BUILTIN     builtin 65535?", Listed(Op.LOAD_BUILTIN, 255, 255));
        Assert.Equal("JUMP             -> -29997", Listed(Op.JUMP, 0xD0, 0x8A));
    }

    [Fact]
    public void Long_constants_are_cut()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Constants.AddRange([[3, .. HandMadeImage.Text(new string('x', 500))], [3, .. HandMadeImage.Text(new string('x', 59) + "\U0001F600")], [5, 0]]);
        for (int i = 3; i < 60; i++)
            made.Constants.Add([5, 3, (byte)(i - 1), (byte)(i - 1), (byte)(i - 1)]);
        string[] lines = Disassembler.List(ImageReader.Read(made.Build())).Split('\n');
        Assert.Equal("constant 0: '" + new string('x', 60) + "...", lines[1]);
        Assert.Equal("constant 1: '" + new string('x', 59) + "...", lines[2]);
        Assert.Equal("constant 2: ()", lines[3]);
        Assert.Equal("constant 3: ((), (), ())", lines[4]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public void The_Python_half_can_be_left_out()
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Headers.Add([0, 32, 0, 0, 0, 1, 0]);
        made.Codes.Add([Op.RETURN_NONE]);
        ProgramImage image = ImageReader.Read(made.Build());
        Assert.Contains("function 1", Disassembler.List(image));
        Assert.DoesNotContain("function 1", Disassembler.List(image, new DisassemblerOptions { ShowInternal = false }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Disassembler.ListFunction(image, 2));
    }

    // The first line of code of a program of these bytes.
    private static string Listed(params byte[] code)
    {
        HandMadeImage made = HandMadeImage.Smallest();
        made.Headers[0] = [0, 0, 0, 0, 0, (byte)code.Length, 0];
        made.Codes[0] = code;
        return Disassembler.ListFunction(ImageReader.Read(made.Build()), 0).Split('\n')[2].TrimStart(' ', '>', '0')
            .TrimStart();
    }

    private static byte Low(int value) => (byte)value;

    private static byte High(int value) => (byte)(value >> 8);
}
