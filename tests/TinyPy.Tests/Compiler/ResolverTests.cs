// Where names lead: scopes and bindings as CPython's symbol table has them, and what becomes of modules.
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Compiler;

public sealed class ResolverTests
{
    [Theory]
    [InlineData("x = 1\ndef f():\n    return x", "f", "x", "Global")]
    [InlineData("def f(x):\n    return x", "f", "x", "Local")]
    [InlineData("def f():\n    x = 1\n    def g():\n        return x", "g", "x", "Free")]
    [InlineData("def f():\n    x = 1\n    def g():\n        return x", "f", "x", "Local cell")]
    [InlineData("x = 1\ndef f():\n    global x\n    x = 2", "f", "x", "Global")]
    [InlineData("def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2", "g", "x", "Free")]
    [InlineData("x = 1\nclass A:\n    x = 2\n    def f(self):\n        return x", "f", "x", "Global")]
    [InlineData("x = 1\nclass A:\n    x = 2\n    y = x", "A", "x", "Class")]
    [InlineData("class A:\n    def f(self):\n        return __class__", "f", "__class__", "Free")]
    [InlineData("class A:\n    def f(self):\n        return super().f()", "f", "__class__", "Free")]
    [InlineData("def f():\n    return len", "f", "len", "Builtin")]
    [InlineData("def f(a):\n    return [x for x in a]", "<listcomp>", "x", "Local")]
    [InlineData("def f(a):\n    return [x + a for x in a]", "<listcomp>", "a", "Local")]
    [InlineData("def f(a):\n    return [lambda: x for x in a]", "<listcomp>", "x", "Local cell")]
    [InlineData("def f(a):\n    return (x + a for x in a)", "<genexpr>", "a", "Free")]
    [InlineData("def f(a):\n    [y := x for x in a]\n    return y", "f", "y", "Local")]
    [InlineData("def f(a):\n    return sum(y := x for x in a)", "<genexpr>", "y", "Free")]
    [InlineData("def f():\n    global x\n    x = 1\n    def g():\n        return x", "g", "x", "Global")]
    [InlineData("def f():\n    try:\n        pass\n    except ValueError as e:\n        pass\n    def g():\n        return e", "g", "e", "Free")]
    [InlineData("class A:\n    def f(self):\n        self = 1\n        __x = 2\n        return __x", "f", "_A__x", "Local")]
    [InlineData("x = 1\ndef f():\n    class A:\n        y = x\n    return A", "A", "x", "Global")]
    [InlineData("def f(x):\n    class A:\n        y = x\n    return A", "A", "x", "Free")]
    public void A_name_in_a_scope(string source, string scope, string name, string expected)
    {
        Resolver resolver = Resolve(source);
        Scope found = resolver.AllScopes.Single(s => s.Name == scope);
        Binding binding = resolver.Lookup(found, name);
        Assert.Equal(expected, binding.Kind + (binding is { Kind: BindingKind.Local, Symbol.IsCaptured: true } ? " cell" : ""));
        Assert.Empty(resolver.Diagnostics);
    }

    [Fact]
    public void A_cell_is_handed_through_every_function_between()
    {
        Resolver resolver = Resolve("def a():\n    x = 1\n    def b():\n        def c():\n            return x");
        Assert.Equal(["x"], resolver.AllScopes.Single(s => s.Name == "b").Frees.Select(f => f.Name));
        Assert.Equal(["x"], resolver.AllScopes.Single(s => s.Name == "c").Frees.Select(f => f.Name));
        Assert.Equal("a.<locals>.b.<locals>.c", resolver.AllScopes.Single(s => s.Name == "c").QualifiedName);
    }

    [Theory]
    [InlineData("import math\nmath.sin(1)", "math", true)]
    [InlineData("import math\nmath = 1", "math", false)]
    [InlineData("import math as m\nimport math as m", "m", true)]
    [InlineData("import math as m\nimport time as m", "m", false)]
    [InlineData("from math import sin\ndel sin", "sin", false)]
    public void A_name_that_only_an_import_binds_stands_for_what_it_imports(string source, string name, bool expected) =>
        Assert.Equal(expected, Resolve(source).AllScopes[0].Symbols[name].IsAlias);

    [Fact]
    public void Modules_are_bundled_once_and_run_once()
    {
        ProgramImage image = CompilerRig.Image(
            "import a\nimport b\nfrom a import x\nprint(a.x, b.y, x)\na.x = 2",
            null,
            ("a", "import b\nx = 1"),
            ("b", "import a\ny = 1"));
        Assert.Equal(3, image.Functions.Count);
        string main = CompilerRig.List(image);
        Assert.Equal(3, main.Split('\n').Count(l => l.Contains("RUN_ONCE", StringComparison.Ordinal)));
        Assert.Contains("STORE_GLOBAL", main, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_module_is_a_constant()
    {
        Assert.Equal("PUSH_INT 1\nCALL_BUILTIN print 1\nPOP\nRETURN_NONE", CompilerRig.List(CompilerRig.Image("if __name__ == '__main__':\n    print(1)\nelse:\n    print(2)")));
        ProgramImage image = CompilerRig.Image("import a", null, ("a", "print(__name__)"));
        Assert.Contains("LOAD_STATIC 'a'", CompilerRig.List(image, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Imported_modules_and_literal_pins_are_required_of_the_policy()
    {
        ProgramImage image = CompilerRig.Image("from machine import Pin\nimport time\nled = Pin(2, Pin.OUT)\nbutton = Pin(4, mode=Pin.IN)\ntime.sleep(1)");
        Assert.Equal([(1, 116), (1, 117), (2, 4), (3, 2)], image.Requirements.Select(r => (r.Kind, r.Value)));
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("pritn", "print", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Distance_counts_edits(string a, string b, int expected) => Assert.Equal(expected, Suggestions.Distance(a, b));

    private static Resolver Resolve(string source)
    {
        SourceFile file = SourceFile.FromText("main.py", source);
        ParseResult parsed = Parser.Parse(file);
        Resolver resolver = new(_ => null, CompileOptions.Default);
        resolver.Add("__main__", file, parsed.Module!, false);
        resolver.Resolve();
        return resolver;
    }
}
