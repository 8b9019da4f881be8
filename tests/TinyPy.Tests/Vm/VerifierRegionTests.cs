// Protected regions as the verifier holds them (lib/spec/image.md).
using TinyPy.Vm;
using static TinyPy.Tests.Vm.LoaderHost;

namespace TinyPy.Tests.Vm;

public sealed class VerifierRegionTests
{
    // 0 PUSH_NONE 1 POP 2 PUSH_NONE 3 POP 4 PUSH_NONE 5 POP 6 PUSH_INT . 8 POP 9 RETURN_NONE 10 RERAISE 11 RERAISE, the last two for handlers;
    // the regions are start, length, target, depth.
    private static ImageBuilder With(params int[][] regions)
    {
        ImageBuilder image = ImageBuilder.Of(
            f =>
            {
                for (int i = 0; i < 3; i++)
                {
                    f.Add(Op.PUSH_NONE).Add(Op.POP);
                }

                f.Add(Op.PUSH_INT, 1).Add(Op.POP).Add(Op.RETURN_NONE);
            },
            1,
            3);
        foreach (int target in regions.Where(r => r[2] != r[0]).Select(r => r[2]).Distinct().Where(t => t is 10 or 11))
        {
            image.Main.Add(Op.RERAISE);
            Assert.Equal(target + 1, image.Main.Size);
        }

        image.Main.Regions.AddRange(regions);
        return image;
    }

    public static TheoryData<int[][]> Good() =>
    [
        new int[][] { [0, 10, 10, 0] },
        new int[][] { [0, 2, 10, 0] },
        new int[][] { [4, 4, 10, 0], [0, 4, 10, 0] },
        new int[][] { [2, 2, 10, 0], [0, 8, 11, 0] },
        new int[][] { [0, 2, 10, 0], [0, 8, 11, 0] },
        new int[][] { [0, 2, 10, 0], [0, 2, 11, 0] },
        new int[][] { [2, 2, 10, 0], [0, 4, 11, 0] },
        new int[][] { [2, 2, 2, 2], [0, 4, 10, 0] },
        new int[][] { [2, 2, 10, 0], [0, 10, 0, 2] },
        new int[][] { [6, 2, 10, 0], [4, 4, 11, 0], [0, 9, 0, 1] },
        new int[][] { [1, 1, 10, 0] },
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void Regions_that_are_nested_or_disjoint_are_accepted(int[][] regions)
    {
        Accepted(With(regions));
    }

    public static TheoryData<int[][], int> Bad() => new()
    {
        // Empty, past the end, in the middle of an instruction.
        { [[0, 0, 10, 0]], Err.ImageRegion },
        { [[0, 12, 10, 0]], Err.ImageRegion },
        { [[11, 1, 10, 0]], Err.ImageRegion },
        { [[0, int.MaxValue, 10, 0]], Err.ImageRegion },
        { [[int.MaxValue, 1, 10, 0]], Err.ImageRegion },
        { [[7, 1, 10, 0]], Err.ImageRegion },
        { [[4, 3, 10, 0]], Err.ImageRegion },

        // Targets: before the end, in an instruction, past the end, with another depth.
        { [[2, 2, 0, 0]], Err.ImageRegion },
        { [[2, 4, 4, 0]], Err.ImageRegion },
        { [[2, 2, 7, 0]], Err.ImageJumpTarget },
        { [[2, 2, 13, 0]], Err.ImageRegion },
        { [[2, 2, int.MaxValue, 0]], Err.ImageRegion },
        { [[2, 2, 4, 0]], Err.ImageStackMismatch },

        // Order and crossing.
        { [[0, 2, 10, 0], [2, 2, 11, 0]], Err.ImageRegion },
        { [[0, 8, 10, 0], [0, 2, 11, 0]], Err.ImageRegion },
        { [[0, 8, 10, 0], [2, 2, 11, 0]], Err.ImageRegion },
        { [[2, 4, 10, 0], [0, 4, 11, 0]], Err.ImageRegion },

        // Depths: more than there is where the region begins, less than around it, the local of a context region.
        { [[1, 1, 10, 1]], Err.ImageRegion },
        { [[0, 2, 10, 1]], Err.ImageRegion },
        { [[2, 2, 10, 0], [0, 2, 10, 1]], Err.ImageRegion },
        { [[2, 2, 10, 1001]], Err.ImageRegion },
        { [[2, 2, 2, 3]], Err.ImageRegion },
        { [[2, 2, 2, int.MaxValue]], Err.ImageRegion },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Regions_that_do_not_fit_are_refused(int[][] regions, int error)
    {
        Refused(error, With(regions));
    }

    [Fact]
    public void Nothing_in_a_region_takes_a_value_below_its_depth()
    {
        void Code(FunctionBuilder f) =>
            f.Add(Op.PUSH_NONE).Add(Op.PUSH_NONE).Label("s").Add(Op.PUSH_NONE).Add(Op.POP).Label("m").Add(Op.POP).Label("e").Add(Op.RETURN).Label("h").Add(Op.RETURN);
        Accepted(ImageBuilder.Of(f => { Code(f); f.Region("s", "m", "h", 2); }, 3));
        Refused(Err.ImageRegion, ImageBuilder.Of(f => { Code(f); f.Region("s", "e", "h", 2); }, 3));
        Accepted(ImageBuilder.Of(f => { Code(f); f.Region("s", "e", "h", 1); }, 3));

        // It takes and gives back as much: what was there is gone in between.
        void Not(FunctionBuilder f) => f.Add(Op.PUSH_NONE).Label("s").Add(Op.NOT).Label("e").Add(Op.RETURN).Label("h").Add(Op.RETURN);
        Accepted(ImageBuilder.Of(f => { Not(f); f.Region("s", "e", "h", 0); }, 1));
        Refused(Err.ImageRegion, ImageBuilder.Of(f => { Not(f); f.Region("s", "e", "h", 1); }, 2));
    }

    [Fact]
    public void A_region_begins_where_its_depth_is_there()
    {
        // What gives and takes nothing does not reach below it, and nor does what comes from elsewhere.
        void Gives(FunctionBuilder f) => f.Label("s").Add(Op.PUSH_NONE).Label("e").Add(Op.RETURN).Label("h").Add(Op.RETURN);
        Accepted(ImageBuilder.Of(f => { Gives(f); f.Region("s", "e", "h", 0); }, 1));
        Refused(Err.ImageRegion, ImageBuilder.Of(f => { Gives(f); f.Region("s", "e", "h", 1); }, 2));
        Refused(Err.ImageRegion, ImageBuilder.Of(f => { f.Label("s").Add(Op.CLEAR_LOCAL, 0).Label("e").Add(Op.RETURN_NONE).Label("h").Add(Op.RETURN).Region("s", "e", "h", 1); }, 2, 1));
        void Enters(FunctionBuilder f, int values) =>
            f.Times(values, Op.PUSH_NONE).Jump(Op.JUMP_IF_BOUND, "in", 0).Add(Op.PUSH_NONE).Label("s").Add(Op.PUSH_NONE).Add(Op.RETURN).Label("in").Add(Op.CLEAR_LOCAL, 0).Label("e").Add(Op.RETURN_NONE)
                .Label("h").Add(Op.RETURN);
        Accepted(ImageBuilder.Of(f => { Enters(f, 0); f.Region("s", "e", "h", 0); }, 2, 1));
        Refused(Err.ImageRegion, ImageBuilder.Of(f => { Enters(f, 0); f.Region("s", "e", "h", 1); }, 2, 1));
        Accepted(ImageBuilder.Of(f => { Enters(f, 1); f.Region("s", "e", "h", 1); }, 3, 1));
    }

    [Fact]
    public void A_handler_has_one_depth()
    {
        // Of two regions, and of a jump before, in and behind the region.
        void Two(FunctionBuilder f, int second) =>
            f.Label("s").Add(Op.PUSH_NONE).Label("e").Label("t").Add(Op.PUSH_NONE).Label("u").Add(Op.RETURN).Label("h").Add(Op.RETURN).Region("t", "u", "h", second).Region("s", "e", "h", 0);
        Accepted(ImageBuilder.Of(f => Two(f, 0), 2));
        Refused(Err.ImageStackMismatch, ImageBuilder.Of(f => Two(f, 1), 2));
        void Jumps(FunctionBuilder f, int place, int depth)
        {
            for (int i = 0; i < 3; i++)
            {
                _ = i == 1 ? f.Label("s").Add(Op.CLEAR_LOCAL, 0) : f;
                _ = i == place ? f.Times(depth, Op.PUSH_NONE).Jump(Op.JUMP_IF_BOUND, "h", 0).Times(depth, Op.POP) : f;
                _ = i == 1 ? f.Label("e") : f;
            }

            f.Add(Op.RETURN_NONE).Label("h").Add(Op.RETURN).Region("s", "e", "h", 0);
        }

        for (int i = 0; i < 3; i++)
        {
            int place = i;
            Accepted(ImageBuilder.Of(f => Jumps(f, place, 1), 1, 1));
            Refused(Err.ImageStackMismatch, ImageBuilder.Of(f => Jumps(f, place, 0), 1, 1));
            Refused(Err.ImageStackMismatch, ImageBuilder.Of(f => Jumps(f, place, 2), 2, 1));
        }
    }

    [Fact]
    public void An_inner_region_is_not_shallower_than_the_one_around_it()
    {
        void Code(FunctionBuilder f) =>
            f.Add(Op.PUSH_NONE).Label("s").Add(Op.PUSH_NONE).Label("i").Add(Op.PUSH_NONE).Add(Op.POP).Label("j").Add(Op.POP).Label("e").Add(Op.RETURN)
                .Label("h").Add(Op.POP).Label("g").Add(Op.RETURN);
        Accepted(ImageBuilder.Of(f => { Code(f); f.Region("i", "j", "h", 1).Region("s", "e", "h", 1); }, 3));
        Refused(Err.ImageRegion, ImageBuilder.Of(f => { Code(f); f.Region("i", "j", "g", 0).Region("s", "e", "h", 1); }, 3));
        Accepted(ImageBuilder.Of(f => { Code(f); f.Region("i", "j", "h", 1).Region("s", "e", "g", 0); }, 3));

        // A context region has no depth: the one around it stays.
        Accepted(ImageBuilder.Of(f => { Code(f); f.Region("i", "j", "i", 0).Region("s", "e", "h", 1); }, 3, 1));
        Refused(Err.ImageRegion, ImageBuilder.Of(f => { Code(f); f.Region("s", "e", "s", 0).Regions.Insert(0, [0, 1, 0, 5]); }, 3, 1));
    }

    [Fact]
    public void Only_a_handler_reaches_its_code()
    {
        Accepted(With([2, 2, 10, 0]));
        ImageBuilder image = With();
        image.Main.Add(Op.RERAISE);
        Refused(Err.ImageDeadCode, image);
    }

    [Fact]
    public void A_function_has_at_most_its_number_of_regions()
    {
        // Nested, two beginning at each place: the most that can be open at once.
        ImageBuilder most = ImageBuilder.Of(
            f =>
            {
                for (int i = 0; i < Limit.MAX_REGIONS; i++)
                {
                    f.Add(Op.PUSH_NONE).Add(Op.POP);
                }

                f.Add(Op.RETURN_NONE).Add(Op.RERAISE);
            },
            1);
        for (int i = Limit.MAX_REGIONS - 1; i >= 0; i--)
        {
            most.Main.Regions.Add([2 * (i / 2), 2 * Limit.MAX_REGIONS - 2 * (i / 2), 2 * Limit.MAX_REGIONS + 1, 0]);
        }

        Accepted(most);
        most.Main.Regions.Add([0, 2 * Limit.MAX_REGIONS, 2 * Limit.MAX_REGIONS + 1, 0]);
        Refused(Err.ImageTooLarge, most);
    }
}
