// The loader's checks of function headers, hooks and requirements, each just inside and just outside of what it allows (lib/spec/image.md).
using TinyPy.Vm;
using static TinyPy.Tests.Vm.LoaderHost;

namespace TinyPy.Tests.Vm;

public sealed class LoaderTableTests
{
    // Flags, positional, positional-only, keyword-only, locals, frees: what a second function may have.
    [Theory]
    [InlineData(0, 3, 0, 0, 3, 0, true)]
    [InlineData(0, 3, 0, 0, 2, 0, false)]
    [InlineData(1, 3, 0, 0, 4, 0, true)]
    [InlineData(1, 3, 0, 0, 3, 0, false)]
    [InlineData(3, 3, 0, 0, 5, 0, true)]
    [InlineData(3, 3, 0, 0, 4, 0, false)]
    [InlineData(8, 2, 2, 1, 3, 0, true)]
    [InlineData(8, 2, 3, 1, 4, 0, false)]
    [InlineData(8, 2, 1, 2, 3, 0, false)]
    [InlineData(64, 0, 0, 0, 1, 1, true)]
    [InlineData(64, 0, 0, 0, 1, 2, false)]
    [InlineData(64, 0, 0, 0, 1, 0, false)]
    [InlineData(128, 0, 0, 0, 1, 0, false)]
    [InlineData(0, 250, 0, 0, 250, 0, true)]
    [InlineData(16, 1, 0, 0, 1, 0, true)]
    public void A_header_holds_together(int flags, int positional, int positionalOnly, int keywordOnly, int locals, int frees, bool valid)
    {
        ImageBuilder image = ImageBuilder.Smallest();
        FunctionBuilder function = image.Function(0, locals, flags);
        (function.Positional, function.PositionalOnly, function.KeywordOnly, function.Frees) = (positional, positionalOnly, keywordOnly, frees);
        if ((flags & 8) != 0)
        {
            function.ParameterNames.AddRange(Enumerable.Range(0, positional + keywordOnly).Select(i => i < positionalOnly ? 0 : Word.key));
        }

        if (frees > 0)
        {
            function.Add(Op.COPY_FREE, 0, frees);
        }

        function.Add(Op.RETURN_NONE);
        if (valid)
        {
            Accepted(image);
        }
        else
        {
            Refused(Err.ImageFunctionHeader, image);
        }
    }

    [Fact]
    public void A_header_stays_within_the_limits()
    {
        Accepted(ImageBuilder.Of(f => f.Add(Op.RETURN_NONE), 0, Limit.MAX_LOCALS));
        Refused(Err.ImageTooLarge, ImageBuilder.Of(f => f.Add(Op.RETURN_NONE), 0, Limit.MAX_LOCALS + 1));
        Accepted(ImageBuilder.Of(f => f.Times(Limit.MAX_STACK, Op.PUSH_NONE).Add(Op.RETURN), Limit.MAX_STACK));
        Refused(Err.ImageTooLarge, ImageBuilder.Of(f => f.Times(Limit.MAX_STACK + 1, Op.PUSH_NONE).Add(Op.RETURN), Limit.MAX_STACK + 1));
        Accepted(ImageBuilder.Of(f => f.Add(Op.PUSH_NONE).Times(Limit.MAX_CODE - 2, Op.NOT).Add(Op.RETURN), 1));
        Refused(Err.ImageTooLarge, ImageBuilder.Of(f => f.Add(Op.PUSH_NONE).Times(Limit.MAX_CODE - 1, Op.NOT).Add(Op.RETURN), 1));
        Refused(Err.ImageFunctionHeader, ImageBuilder.Of(_ => { }));
    }

    [Fact]
    public void The_program_takes_nothing()
    {
        foreach (int flags in (int[])[1, 2, 4, 8, 16, 32, 64])
        {
            ImageBuilder image = ImageBuilder.Of(f => f.Add(Op.RETURN_NONE), 0, 4);
            image.Main.Flags = flags;
            image.Main.Frees = 1;
            Refused(Err.ImageFunctionHeader, image);
        }

        ImageBuilder parameter = ImageBuilder.Of(f => f.Add(Op.RETURN_NONE), 0, 4);
        parameter.Main.Positional = 1;
        Refused(Err.ImageFunctionHeader, parameter);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(NameTable.Count + 1, true)]
    [InlineData(NameTable.Count + 2, false)]
    [InlineData(int.MaxValue, false)]
    public void Names_in_a_header_exist(int number, bool valid)
    {
        ImageBuilder name = ImageBuilder.Smallest().Name("a");
        name.Main.Name = number;
        ImageBuilder parameter = ImageBuilder.Smallest().Name("a");
        FunctionBuilder function = parameter.Function(0, 2, 8).Add(Op.RETURN_NONE);
        (function.Positional, function.KeywordOnly) = (1, 1);
        function.ParameterNames.AddRange([number, Word.key]);
        ImageBuilder only = ImageBuilder.Smallest().Name("a");
        function = only.Function(0, 1, 8).Add(Op.RETURN_NONE);
        (function.Positional, function.PositionalOnly) = (1, 1);
        function.ParameterNames.Add(number);
        if (valid)
        {
            Accepted(name);
            Accepted(parameter);
            Accepted(only);
        }
        else
        {
            Refused(Err.ImageFunctionHeader, name);
            Refused(Err.ImageFunctionHeader, parameter);
            Refused(Err.ImageFunctionHeader, only);
        }
    }

    [Fact]
    public void Hooks_are_sorted_and_name_functions_of_the_python_half()
    {
        static ImageBuilder Of(params (int Hook, int Function)[] hooks)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            image.Function(flags: 32).Add(Op.RETURN_NONE);
            image.Function(0, 1, 32 | 64).Add(Op.COPY_FREE, 0, 1).Add(Op.RETURN_NONE).Frees = 1;
            image.Hooks.AddRange(hooks);
            return image;
        }

        Accepted(Of((1, 1), (2, 1)));
        Accepted(Of((255, 1)));
        Refused(Err.ImageHookTable, Of((0, 1)));
        Refused(Err.ImageHookTable, Of((256, 1)));
        Refused(Err.ImageHookTable, Of((2, 1), (1, 1)));
        Refused(Err.ImageHookTable, Of((1, 1), (1, 1)));
        Refused(Err.ImageHookTable, Of((1, 0)));
        Refused(Err.ImageHookTable, Of((1, 2)));
        Refused(Err.ImageHookTable, Of((1, 3)));
        Refused(Err.ImageHookTable, Of((1, int.MaxValue)));
    }

    [Fact]
    public void Requirements_are_sorted_and_granted()
    {
        static ImageBuilder Of(params (int Kind, int Value)[] requirements)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            image.Requirements.AddRange(requirements);
            return image;
        }

        Accepted(Of((1, Builtin.module_machine), (1, Builtin.module_math), (2, 3), (3, 3), (3, 7), (4, 5), (5, 3)));
        Refused(Err.ImageRequirementTable, Of((1, Builtin.module_math), (1, Builtin.module_machine)));
        Refused(Err.ImageRequirementTable, Of((1, Builtin.module_math), (1, Builtin.module_math)));
        Refused(Err.ImageRequirementTable, Of((2, 1), (1, Builtin.module_math)));
        Refused(Err.ImageRequirementTable, Of((0, 1)));
        Refused(Err.ImageRequirementTable, Of((6, 1)));
        Refused(Err.ImageRequirementTable, Of((1, Builtin.len)));
        Refused(Err.ImageRequirementTable, Of((1, 100000)));
        Refused(Err.ImageDenied, Of((2, 8)));
        Refused(Err.ImageDenied, Of((3, int.MaxValue)));

        byte[] policy = PolicyTable([Builtin.module_math], [(4, Policy.PIN_IN, 0, 0), (5, Policy.PIN_OUT, 0, 0)]);
        Accepted(Of((1, Builtin.module_math), (2, 4), (3, 5), (4, 4), (4, 5)), Machine(policy: policy));
        Refused(Err.ImageDenied, Of((4, 6)), Machine(policy: policy));
        Refused(Err.ImageDenied, Of((5, 4)), Machine(policy: policy));
        Accepted(Of((4, 4), (5, 4)), Machine(policy: PolicyTable([], [(4, Policy.PIN_IN | Policy.PIN_PULL, 0, 0)])));
        Refused(Err.ImageDenied, Of((1, Builtin.module_time)), Machine(policy: policy));
        Refused(Err.ImageDenied, Of((3, 4)), Machine(policy: policy));
        Refused(Err.ImageDenied, Of((2, 5)), Machine(policy: policy));
    }
}
