// The host's side of an image: places, names, and what the image itself keeps of them.
using TinyPy.Compiler;
using TinyPy.Compiler.Image;

namespace TinyPy.Tests.Compiler;

public sealed class DebugMapTests
{
    private const string Source = "def f(a):\n    return a + 1\n\nprint(f(\n    2))\n";

    [Fact]
    public void Every_instruction_has_a_place()
    {
        CompileResult result = CompilerRig.Compile(Source);
        ProgramImage image = ImageReader.Read(result.Image!);
        foreach (ImageFunction function in image.Functions)
        {
            foreach ((int offset, _) in CompilerRig.Instructions(function.Code))
                Assert.NotNull(result.Map!.Locate(function.Index, offset));
        }
        // LOAD_LOCAL_0 is line 2 column 12; the addition spans `a + 1`.
        Assert.Equal(new DebugEntry(0, 2, 12, 2, 13), result.Map!.Locate(1, 0));
        Assert.Equal((2, 12, 17), (result.Map.Locate(1, 1)!.Line, result.Map.Locate(1, 1)!.Column, result.Map.Locate(1, 1)!.EndColumn));
    }

    [Fact]
    public void Places_that_do_not_exist_are_null()
    {
        DebugMap map = CompilerRig.Compile(Source).Map!;
        Assert.Null(map.Locate(99, 0));
        Assert.Null(map.Locate(-1, 0));
        Assert.Null(map.Locate(0, -1));
        Assert.NotNull(map.Locate(0, 30000));
    }

    [Fact]
    public void Names_are_those_of_the_source()
    {
        DebugMap map = CompilerRig.Compile("total = 0\ndef add(n):\n    global total\n    def inner():\n        return n\n    total += inner()\nadd(1)").Map!;
        Assert.Equal(["<module>", "add", "inner"], map.Functions.Select(f => f.Name));
        Assert.Equal("add.<locals>.inner", map.Functions[2].QualifiedName);
        Assert.Equal("n", map.Functions[1].Locals[0]);
        Assert.Equal(1, map.Functions[1].Parameters);
        Assert.Contains("total", map.Statics);
        Assert.Equal("main.py", map.Files[map.Functions[0].File].Path);
    }

    [Fact]
    public void A_map_that_was_written_reads_back()
    {
        foreach (string path in CompilerRig.Scripts().Take(25))
        {
            if (CompilerRig.CompileFile(path).Map is { } map)
                Assert.Equal(map, DebugMap.Read(map.Write()));
        }
    }

    [Fact]
    public void Damaged_maps_are_null()
    {
        byte[] bytes = CompilerRig.Compile(Source).Map!.Write();
        for (int length = 0; length < bytes.Length; length += 7)
            Assert.Null(DebugMap.Read(bytes.AsMemory(0, length)));
        Assert.Null(DebugMap.Read("[]"u8.ToArray()));
        Assert.Null(DebugMap.Read("{\"version\":2}"u8.ToArray()));
    }

    [Fact]
    public void Function_and_parameter_names_are_kept_only_where_a_program_can_see_them()
    {
        Assert.Empty(CompilerRig.Image("def twice(amount):\n    return amount * 2\nprint(twice(2))").Names);
        Assert.Equal(["amount"], CompilerRig.Image("def twice(amount, other):\n    return amount * 2\nprint(twice(1, amount=2))").Names);
        Assert.Equal(
            ["amount", "twice"],
            CompilerRig.Image("def twice(amount):\n    return amount\ntry:\n    twice()\nexcept TypeError as e:\n    print(e)").Names);
        Assert.Equal(["twice"], CompilerRig.Image("def twice(amount):\n    return amount\nprint(twice.__name__)").Names);
    }
}
