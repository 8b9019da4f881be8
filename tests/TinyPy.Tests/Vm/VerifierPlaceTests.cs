// The places of a function that something leads to, ahead of the verifier's pass and behind it (lib/spec/opcodes.md, "Order"): many, in any order, far and near.
using TinyPy.Vm;
using static TinyPy.Tests.Vm.LoaderHost;

namespace TinyPy.Tests.Vm;

public sealed class VerifierPlaceTests
{
    private const int Places = 40;

    // Jumps ahead to places in an order made at random, some of them twice.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Places_ahead_are_met_in_any_order(int seed)
    {
        Random random = new(seed);
        int[] order = [.. Enumerable.Range(0, Places).Concat(Enumerable.Range(0, Places / 2))];
        random.Shuffle(order);
        Accepted(Ahead(order, -1, 0));
        for (int wrong = 0; wrong < order.Length; wrong++)
        {
            // Another depth at the second jump to a place, or at the place itself; and a place that is no start of an instruction.
            Refused(Err.ImageStackMismatch, Ahead(order, wrong, 0));
            Refused(Err.ImageJumpTarget, Ahead(order, wrong, 1));
        }
    }

    // One jump, `wrong`, comes with a value more (by 0), or leads one byte further (by 1): into an instruction.
    private static ImageBuilder Ahead(int[] order, int wrong, int by) => ImageBuilder.Of(
        f =>
        {
            for (int i = 0; i < order.Length; i++)
            {
                bool more = i == wrong && by == 0;
                _ = more ? f.Add(Op.PUSH_NONE) : f;
                f.Jump(Op.JUMP_IF_BOUND, (i == wrong && by == 1 ? "in" : "at") + order[i], 0);
                _ = more ? f.Add(Op.POP) : f;
            }

            for (int i = 0; i < Places; i++)
            {
                // CLEAR_LOCAL 0; its operand has the label "in".
                f.Label("at" + i).Add(Op.CLEAR_LOCAL).Label("in" + i).Add(0);
            }

            f.Add(Op.RETURN_NONE);
        },
        wrong >= 0 && by == 0 ? 1 : 0,
        1);

    // Jumps back from the end to every instruction, of which some are places and most are not.
    [Fact]
    public void Every_instruction_is_found_by_a_jump_back()
    {
        ImageBuilder Of(int target, bool inside, int more) => ImageBuilder.Of(
            f =>
            {
                for (int i = 0; i < Places; i++)
                {
                    // Each third one is a place: behind an unconditional jump, to which another leads.
                    if (i % 3 == 0)
                    {
                        f.Jump(Op.JUMP_IF_BOUND, "place" + i, 0).Jump(Op.JUMP, "place" + i).Label("place" + i);
                    }

                    f.Label("at" + i).Add(Op.CLEAR_LOCAL).Label("in" + i).Add(0).Label("value" + i).Add(Op.PUSH_NONE).Label("pop" + i).Add(Op.POP);
                }

                f.Times(more, Op.PUSH_NONE).Jump(Op.JUMP_IF_BOUND, (inside ? "in" : "at") + target, 0).Jump(Op.JUMP_IF_BOUND, "value" + target, 0);
                f.Add(Op.PUSH_NONE).Jump(Op.JUMP_IF_BOUND, "pop" + target, 0).Add(Op.RETURN_NONE);
            },
            1 + more,
            1);
        for (int i = 0; i < Places; i++)
        {
            Accepted(Of(i, false, 0));
            Refused(Err.ImageJumpTarget, Of(i, true, 0));
            Refused(Err.ImageStackMismatch, Of(i, false, 1));
        }
    }

    [Fact]
    public void A_long_way_back_without_a_place_is_found_too()
    {
        for (int length = 0; length < 200; length += 7)
        {
            int more = length;
            Accepted(ImageBuilder.Of(f => f.Add(Op.PUSH_NONE).Label("a").Times(more, Op.NOT).Jump(Op.JUMP_IF_BOUND, "a", 0).Add(Op.RETURN), 1, 1));
            Refused(Err.ImageStackMismatch, ImageBuilder.Of(f => f.Label("a").Add(Op.PUSH_NONE).Times(more, Op.NOT).Jump(Op.JUMP_IF_BOUND, "a", 0).Add(Op.RETURN), 1, 1));
        }
    }

    // Jumps whose targets come nearer and nearer, and then one over all of them.
    [Theory]
    [InlineData(Limit.MAX_AHEAD, 0)]
    [InlineData(Limit.MAX_AHEAD + 1, Err.ImageTooLarge)]
    public void A_jump_leads_over_so_many_places(int places, int error)
    {
        ImageBuilder image = ImageBuilder.Of(
            f =>
            {
                f.Add(Op.PUSH_NONE);
                for (int i = places - 1; i >= 0; i--)
                {
                    f.Jump(Op.JUMP_IF_BOUND, "at" + i, 0);
                }

                f.Jump(Op.JUMP_IF_BOUND, "end", 0);
                for (int i = 0; i < places; i++)
                {
                    f.Label("at" + i).Add(Op.NOT);
                }

                f.Label("end").Add(Op.RETURN);
            },
            1,
            1);
        if (error == 0)
        {
            Accepted(image);
        }
        else
        {
            Refused(error, image);
        }
    }

    // As many entries as code can have: each jump leads to a place of its own, and behind each stands the head of a loop, to which another one leads back.
    [Fact]
    public void What_is_valid_never_needs_more_scratch_than_there_is()
    {
        foreach (int loops in (int[])[1, 2, 10, 500, 3000])
        {
            Accepted(ImageBuilder.Of(
                f =>
                {
                    f.Jump(Op.JUMP, "first");
                    for (int i = 0; i < loops; i++)
                    {
                        f.Label("head" + i).Jump(Op.JUMP, "test" + i);
                    }

                    f.Label("first").Add(Op.CLEAR_LOCAL, 0);
                    for (int i = 0; i < loops; i++)
                    {
                        f.Label("test" + i).Jump(Op.JUMP_IF_BOUND, "head" + i, 0);
                    }

                    f.Add(Op.RETURN_NONE);
                },
                0,
                1));
        }
    }
}
