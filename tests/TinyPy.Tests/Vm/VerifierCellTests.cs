// Cells and generators as the verifier proves them (lib/spec/opcodes.md, "Cells").
using TinyPy.Vm;
using static TinyPy.Tests.Vm.LoaderHost;

namespace TinyPy.Tests.Vm;

public sealed class VerifierCellTests
{
    private static void Accepts(Action<FunctionBuilder> main, int stack = 0, int locals = 0) => Accepted(ImageBuilder.Of(main, stack, locals));

    private static void Refuses(int error, Action<FunctionBuilder> main, int stack = 0, int locals = 0) => Refused(error, ImageBuilder.Of(main, stack, locals));

    [Fact]
    public void Cell_instructions_find_a_cell()
    {
        foreach ((int op, int values) in ((int, int)[])[(Op.LOAD_CELL, 0), (Op.STORE_CELL, 1), (Op.DELETE_CELL, 0)])
        {
            int stack = op == Op.DELETE_CELL ? 0 : 1;
            Accepts(f => f.Add(Op.MAKE_CELL, 1).Times(values, Op.PUSH_NONE).Add(op, 1).Add(Op.RETURN_NONE), stack, 2);
            Refuses(Err.ImageClosureUse, f => f.Add(Op.MAKE_CELL, 1).Times(values, Op.PUSH_NONE).Add(op, 0).Add(Op.RETURN_NONE), stack, 2);
            Refuses(Err.ImageClosureUse, f => f.Times(values, Op.PUSH_NONE).Add(op, 1).Add(Op.MAKE_CELL, 1).Add(Op.RETURN_NONE), stack, 2);
        }

        // The highest local, whose bit is in the last word.
        Accepts(f => f.Add(Op.MAKE_CELL, 249).Add(Op.LOAD_CELL, 249).Add(Op.RETURN), 1, 250);
        Refuses(Err.ImageClosureUse, f => f.Add(Op.MAKE_CELL, 248).Add(Op.LOAD_CELL, 249).Add(Op.RETURN), 1, 250);
    }

    [Fact]
    public void Nothing_leads_over_or_back_before_the_first_MAKE_CELL()
    {
        // Over it; up to it is allowed.
        Refuses(
            Err.ImageClosureUse,
            f => f.Jump(Op.JUMP_IF_BOUND, "a", 0).Add(Op.MAKE_CELL, 1).Label("a").Add(Op.LOAD_CELL, 1).Add(Op.RETURN),
            1,
            2);
        Accepts(f => f.Jump(Op.JUMP_IF_BOUND, "a", 0).Add(Op.CLEAR_LOCAL, 1).Label("a").Add(Op.MAKE_CELL, 1).Add(Op.LOAD_CELL, 1).Add(Op.RETURN), 1, 2);

        // Back before it, back to it, and back behind it.
        Refuses(Err.ImageClosureUse, f => f.Label("a").Add(Op.CLEAR_LOCAL, 1).Add(Op.MAKE_CELL, 1).Jump(Op.JUMP, "a"), 0, 2);
        Refuses(Err.ImageClosureUse, f => f.Label("a").Add(Op.MAKE_CELL, 1).Jump(Op.JUMP, "a"), 0, 2);
        Accepts(f => f.Add(Op.MAKE_CELL, 1).Label("a").Jump(Op.JUMP, "a"), 0, 2);

        // A loop before it, and the same cell made anew in a loop behind it.
        Accepts(f => f.Label("a").Jump(Op.JUMP_IF_BOUND, "a", 0).Add(Op.MAKE_CELL, 1).Label("b").Add(Op.MAKE_CELL, 1).Add(Op.DELETE_CELL, 1).Jump(Op.JUMP, "b"), 0, 2);

        // The body of a loop whose test stands at its end, where the MAKE_CELL would be jumped over.
        Refuses(
            Err.ImageClosureUse,
            f => f.Jump(Op.JUMP, "t").Label("b").Add(Op.MAKE_CELL, 0).Label("t").Add(Op.PUSH_NONE).Jump(Op.JUMP_IF_NONE, "b").Add(Op.RETURN_NONE),
            1,
            1);

        // A region that begins before it.
        void InRegion(FunctionBuilder f, bool first)
        {
            f.Label("s");
            _ = first ? f.Add(Op.CLEAR_LOCAL, 1) : f;
            f.Add(Op.MAKE_CELL, 0).Label("x").Add(Op.DELETE_CELL, 0).Label("e").Add(Op.RETURN_NONE).Label("h").Add(Op.POP).Add(Op.LOAD_CELL, 0).Add(Op.RETURN);
        }

        Refuses(Err.ImageClosureUse, f => { InRegion(f, true); f.Region("s", "e", "h", 0); }, 1, 2);
        Refuses(Err.ImageClosureUse, f => { InRegion(f, false); f.Region("s", "e", "h", 0); }, 1, 2);
        Accepts(f => { InRegion(f, false); f.Region("x", "e", "h", 0); }, 1, 2);
    }

    public static TheoryData<int> Stores() =>
    [
        Op.STORE_LOCAL, Op.STORE_LOCAL_3, Op.DELETE_LOCAL, Op.CLEAR_LOCAL, Op.INC_LOCAL, Op.IADD_LOCAL, Op.IADD_LOCALS, Op.FOR_NEXT_LOCAL, Op.RANGE_NEXT,
    ];

    [Theory]
    [MemberData(nameof(Stores))]
    public void Nothing_but_a_cell_is_stored_in_a_cell_local(int op)
    {
        ImageBuilder Of(int cell) => ImageBuilder.Of(
            f =>
            {
                f.Add(Op.MAKE_CELL, cell).Times(OpTable.Pop[op], Op.PUSH_NONE);
                int[] operands = [.. ((int[])[3, 2, 0, 0])[..(OpTable.Length[op] - 1)]];
                if (op is Op.FOR_NEXT_LOCAL or Op.RANGE_NEXT)
                {
                    f.Label("again").Jump(op, "again", 3);
                }
                else
                {
                    f.Add(op, operands);
                }

                f.Add(Op.RETURN_NONE);
            },
            OpTable.Pop[op],
            4);
        Accepted(Of(2));
        Refused(Err.ImageClosureUse, Of(3));
    }

    [Fact]
    public void Cells_are_copied_first_and_in_their_number()
    {
        ImageBuilder Of(int flags, int frees, Action<FunctionBuilder> code, int stack = 0)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            FunctionBuilder function = image.Function(stack, 4, flags);
            function.Frees = frees;
            code(function);
            return image;
        }

        Accepted(Of(64, 2, f => f.Add(Op.COPY_FREE, 2, 2).Add(Op.LOAD_CELL, 3).Add(Op.RETURN), 1));
        Accepted(Of(64, 2, f => f.Add(Op.COPY_FREE, 0, 2).Add(Op.MAKE_CELL, 3).Add(Op.DELETE_CELL, 0).Add(Op.RETURN_NONE)));
        Refused(Err.ImageLocal, Of(64, 2, f => f.Add(Op.COPY_FREE, 3, 2).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(64, 2, f => f.Add(Op.COPY_FREE, 0, 1).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(64, 2, f => f.Add(Op.COPY_FREE, 0, 3).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(64, 2, f => f.Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(64, 2, f => f.Add(Op.MAKE_CELL, 0).Add(Op.COPY_FREE, 0, 2).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(64, 2, f => f.Add(Op.COPY_FREE, 0, 2).Add(Op.COPY_FREE, 0, 2).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(0, 0, f => f.Add(Op.COPY_FREE, 0, 2).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(0, 0, f => f.Add(Op.COPY_FREE, 0, 0).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(64, 2, f => f.Label("a").Add(Op.COPY_FREE, 0, 2).Jump(Op.JUMP, "a")));
        Refused(Err.ImageClosureUse, Of(64, 2, f => f.Add(Op.COPY_FREE, 0, 2).Add(Op.LOAD_CELL, 2).Add(Op.RETURN), 1));
    }

    [Fact]
    public void A_generator_starts_once_before_anything_else()
    {
        ImageBuilder Of(int flags, Action<FunctionBuilder> code, int stack = 1)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            code(image.Function(stack, 1, flags));
            return image;
        }

        Accepted(Of(4, f => f.Add(Op.MAKE_GENERATOR).Add(Op.PUSH_NONE).Add(Op.YIELD).Add(Op.RETURN)));
        Accepted(Of(4, f => f.Add(Op.MAKE_CELL, 0).Add(Op.MAKE_GENERATOR).Add(Op.RETURN_NONE), 0));
        Accepted(Of(4, f => f.Add(Op.MAKE_GENERATOR).Label("a").Jump(Op.JUMP, "a"), 0));
        Refused(Err.ImageClosureUse, Of(4, f => f.Add(Op.RETURN_NONE), 0));
        Refused(Err.ImageClosureUse, Of(0, f => f.Add(Op.MAKE_GENERATOR).Add(Op.RETURN_NONE), 0));
        Refused(Err.ImageClosureUse, Of(0, f => f.Add(Op.PUSH_NONE).Add(Op.YIELD).Add(Op.RETURN)));
        Refused(Err.ImageClosureUse, Of(0, f => f.Add(Op.PUSH_NONE).Add(Op.PUSH_NONE).Add(Op.YIELD_FROM).Add(Op.RETURN), 2));
        Refused(Err.ImageClosureUse, Of(4, f => f.Add(Op.MAKE_GENERATOR).Add(Op.MAKE_GENERATOR).Add(Op.RETURN_NONE), 0));
        Refused(Err.ImageClosureUse, Of(4, f => f.Add(Op.PUSH_NONE).Add(Op.POP).Add(Op.MAKE_GENERATOR).Add(Op.RETURN_NONE)));
        Refused(Err.ImageClosureUse, Of(4, f => f.Add(Op.PUSH_NONE).Add(Op.YIELD).Add(Op.MAKE_GENERATOR).Add(Op.RETURN)));
        Refused(Err.ImageClosureUse, Of(4, f => f.Label("a").Add(Op.MAKE_GENERATOR).Jump(Op.JUMP, "a"), 0));
        Refused(Err.ImageClosureUse, Of(4, f => f.Label("s").Add(Op.MAKE_GENERATOR).Label("e").Add(Op.RETURN_NONE).Label("h").Add(Op.RERAISE).Region("s", "e", "h", 0)));
    }

    [Fact]
    public void A_class_looks_its_own_names_up_in_its_body_only()
    {
        static ImageBuilder Of(int flags, int locals)
        {
            ImageBuilder image = ImageBuilder.Smallest();
            image.Function(1, locals, flags).Jump(Op.CLASS_LOOKUP, "a", Word.key, 0).Add(Op.PUSH_NONE).Label("a").Add(Op.RETURN);
            return image;
        }

        Accepted(Of(16, 1));
        Refused(Err.ImageClosureUse, Of(0, 1));
        Refused(Err.ImageLocal, Of(16, 0));
    }
}
