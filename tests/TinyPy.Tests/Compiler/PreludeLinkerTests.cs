// Which functions of the Python half an image brings along: those that the program can need, and none otherwise.
using TinyPy.Compiler.Generated;

namespace TinyPy.Tests.Compiler;

public sealed class PreludeLinkerTests
{
    [Theory]
    [InlineData("print(len('a'), sum([1, 2]), sorted([2, 1]), max(1, 2))")]
    [InlineData("a = [3, 1]\na.sort()\nprint(','.join(a), 7 % 3, 1 in a)")]
    [InlineData("for i, x in enumerate([1]):\n    print(i, x)")]
    [InlineData("class A:\n    def __init__(self):\n        self.x = 1\nprint(A().x)")]
    [InlineData("d = {}\nd['a'] = 1\nprint(d.get('a'), f'{1:>4}')")]
    public void Programs_of_native_values_link_nothing(string source) => Assert.Empty(Hooks(source));

    [Theory]
    [InlineData("print('a-b'.partition('-'))", "str__partition")]
    [InlineData("print(list(zip([1], [2])))", "zip")]
    [InlineData("def g():\n    yield 1\nprint(list(g()))", "list")]
    [InlineData("def g():\n    yield 1\na, = g()", "_totuple")]
    [InlineData("a = [1]\na.sort(key=lambda x: -x)", "list__sort")]
    [InlineData("print('%d' % 3)", "_str_mod")]
    [InlineData("class A:\n    def __repr__(self):\n        return 'A'\nprint(A())", "print")]
    [InlineData("class A:\n    def __hash__(self):\n        return 1\nd = {}\nd[A()] = 1", "_hash_set")]
    [InlineData("import math\nprint(math.factorial(5))", "math__factorial")]
    [InlineData("print(getattr('a', 'partition'))", "str__partition")]
    [InlineData("print(','.join('abc'))", "str__join")]
    public void What_can_need_user_code_is_linked(string source, string hook) => Assert.Contains(hook, Hooks(source));

    [Theory]
    [InlineData("collections", "deque")]
    [InlineData("collections", "OrderedDict")]
    [InlineData("errno", "EIO")]
    [InlineData("io", "StringIO")]
    public void Of_a_module_of_the_library_only_what_is_named_is_compiled(string module, string name)
    {
        int named = CompilerRig.Compile($"from {module} import {name}\nx = {name}").Image!.Length;
        int attribute = CompilerRig.Compile($"import {module}\nx = {module}.{name}").Image!.Length;
        int all = CompilerRig.Compile($"from {module} import *\nx = {name}").Image!.Length;
        Assert.True(named * 10 < all * 9, $"{named} bytes of {all}");
        Assert.InRange(attribute, named - 8, named + 8);
    }

    [Fact]
    public void Linked_functions_are_internal()
    {
        var image = CompilerRig.Image("print('a-b'.partition('-'))");
        foreach (var hook in image.Hooks)
        {
            var function = image.Functions[hook.Function];
            Assert.True(function.Flags.HasFlag(TinyPy.Compiler.Image.ImageFunctionFlags.Internal));
            Assert.Equal(0, function.Frees);
        }
        Assert.NotEmpty(image.Hooks);
    }

    private static string[] Hooks(string source) => [.. CompilerRig.Image(source).Hooks.Select(h => HookInfo.Texts[h.Hook]!)];
}
