// A second opinion on code: what the device's verifier must find true of every function, computed from OpTable (the device's own table) and
// from the kinds of operands, without the compiler's stack pictures.
using TinyPy.Compiler.Image;
using TinyPy.Vm;

namespace TinyPy.Tests.Compiler;

internal static class CodeChecker
{
    /// <summary>Checks a function; the most values on its stack.</summary>
    public static int Check(ImageFunction function)
    {
        byte[] code = function.Code;
        bool[] starts = new bool[code.Length + 1];
        for (int at = 0; at < code.Length; at += OpTable.Length[code[at]])
        {
            Assert.True(code[at] < OpTable.Length.Length && OpTable.Length[code[at]] > 0, $"unknown opcode {code[at]} at {at}");
            starts[at] = true;
        }
        starts[code.Length] = true;
        int[] depths = new int[code.Length];
        Array.Fill(depths, -1);
        int most = 0;
        Stack<(int At, int Depth)> work = new([(0, 0)]);
        HashSet<ImageRegion> entered = [];
        while (true)
        {
            while (work.TryPop(out (int At, int Depth) next))
            {
                (int at, int depth) = next;
                Assert.True(at < code.Length, "code runs past its end");
                Assert.True(starts[at], $"a jump into an instruction at {at}");
                most = Math.Max(most, depth);
                if (depths[at] >= 0)
                {
                    Assert.Equal(depths[at], depth);
                    continue;
                }
                depths[at] = depth;
                int op = code[at];
                int popped = Popped(code, at);
                Assert.True(depth >= popped, $"the stack runs empty at {at}");
                foreach (ImageRegion region in function.Regions.Where(r => !r.IsContext && r.Start <= at && at < r.End))
                    Assert.True(depth - popped >= region.Depth, $"a value below its region's depth is taken at {at}");
                int after = at + OpTable.Length[op];
                if (Target(code, at) is { } target)
                {
                    Assert.InRange(target, 0, code.Length - 1);
                    work.Push((target, depth - popped + Pushed(op, OpTable.PushOnJump(op), code, at)));
                }
                if (op is not (Op.JUMP or Op.RETURN or Op.RETURN_NONE or Op.RETURN_LOCAL or Op.RAISE or Op.RERAISE))
                    work.Push((after, depth - popped + Pushed(op, OpTable.PushOnNext(op), code, at)));
            }
            foreach (ImageRegion region in function.Regions)
            {
                Assert.True(starts[region.Start] && starts[region.End] && region.Start < region.End);
                if (region.IsContext)
                    Assert.InRange(region.Depth, 0, function.Locals - 1);
                else if (Enumerable.Range(region.Start, region.End - region.Start).Any(i => depths[i] >= 0) && entered.Add(region))
                    work.Push((region.Target, region.Depth + 1));
            }
            if (work.Count == 0)
                break;
        }
        for (int at = 0; at < code.Length; at++)
            Assert.True(!starts[at] || depths[at] >= 0, $"dead code at {at}");
        CheckRegions(function);
        return most;
    }

    private static void CheckRegions(ImageFunction function)
    {
        for (int i = 0; i < function.Regions.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                ImageRegion inner = function.Regions[j];
                ImageRegion outer = function.Regions[i];
                bool isDisjoint = inner.End <= outer.Start || outer.End <= inner.Start;
                bool isNested = outer.Start <= inner.Start && inner.End <= outer.End;
                Assert.True(isDisjoint || isNested, $"regions {j} and {i} cross");
            }
        }
    }

    private static int? Target(byte[] code, int at)
    {
        int op = code[at];
        bool isJump = OpTable.Layout[op] is OpTable.LAYOUT_JUMP or OpTable.LAYOUT_LOCAL_LOCAL_JUMP or OpTable.LAYOUT_LOCAL_INT8_JUMP
            or OpTable.LAYOUT_INT8_JUMP or OpTable.LAYOUT_LOCAL_JUMP or OpTable.LAYOUT_NAME_JUMP or OpTable.LAYOUT_STATIC16_JUMP;
        int after = at + OpTable.Length[op];
        return isJump ? after + (short)(code[after - 2] | code[after - 1] << 8) : null;
    }

    private static int Popped(byte[] code, int at)
    {
        int op = code[at];
        if (OpTable.Pop[op] != 255)
            return OpTable.Pop[op];
        int first = code[at + 1];
        return op switch
        {
            Op.BUILD_DICT => first * 2,
            Op.CALL or Op.CALL_KW => first + 1,
            Op.CALL_DIRECT => code[at + 2] + 1,
            Op.CALL_METHOD or Op.CALL_METHOD_KW => first + 2,
            Op.CALL_BUILTIN or Op.CALL_BUILTIN_KW => code[at + 3],
            Op.BUILD_CLASS => code[at + 3],
            Op.FORMAT => (first & 4) != 0 ? 2 : 1,
            Op.MAKE_CLOSURE => int.PopCount(code[at + 3]),
            Op.RAISE => first,
            _ => first,
        };
    }

    private static int Pushed(int op, int known, byte[] code, int at) => known != 255 ? known : op switch
    {
        Op.UNPACK => code[at + 1],
        Op.UNPACK_EX => code[at + 1] + code[at + 2] + 1,
        _ => throw new InvalidOperationException($"opcode {op} pushes an unknown number of values"),
    };
}
