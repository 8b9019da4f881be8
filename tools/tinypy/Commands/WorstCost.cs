// The most steps that one run through a function takes, its loops gone through once: the longest way through its code. Builtins and called functions are charged for
// themselves and not counted. Invariant: in time linear in the code, for any code that the verifier accepts.
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;

namespace TinyPy.Tool.Commands;

/// <summary>What a function costs at most.</summary>
/// <param name="Steps">Steps of the longest way, each loop gone through once.</param>
/// <param name="Loops">Backward jumps.</param>
/// <param name="Calls">Calls, of builtins and functions.</param>
internal sealed record WorstCost(int Steps, int Loops, int Calls)
{
    public static WorstCost Of(ImageFunction function)
    {
        byte[] code = function.Code;
        List<int> starts = [];
        for (int ip = 0; ip < code.Length; ip += OpInfo.All[code[ip]]?.Length ?? code.Length)
        {
            starts.Add(ip);
        }

        int[] most = new int[code.Length + 1];
        int loops = 0;
        int calls = 0;
        for (int i = starts.Count - 1; i >= 0; i--)
        {
            int ip = starts[i];
            OpInfo op = OpInfo.All[code[ip]]!;
            int next = Math.Min(ip + op.Length, code.Length);
            int longest = Ends(op) ? 0 : most[next];
            int at = ip + 1;
            foreach (OperandKind kind in op.Operands)
            {
                if (kind == OperandKind.Jump)
                {
                    int target = next + (short)(code[at] | (code[at + 1] << 8));
                    if (target <= ip)
                    {
                        loops++;
                    }
                    else if (target < most.Length)
                    {
                        longest = Math.Max(longest, most[target]);
                    }
                }

                at += OpInfo.SizeOf(kind);
            }

            foreach (ImageRegion region in function.Regions)
            {
                if (!region.IsContext && ip >= region.Start && ip < region.Start + region.Length && region.Target > ip)
                {
                    longest = Math.Max(longest, most[region.Target]);
                }
            }

            calls += op.Name.StartsWith("CALL", StringComparison.Ordinal) ? 1 : 0;
            most[ip] = (next - ip) + longest;
        }

        return new WorstCost(most[0], loops, calls);
    }

    private static bool Ends(OpInfo op) => op.Name is "JUMP" or "RAISE" or "RERAISE" || op.Name.StartsWith("RETURN", StringComparison.Ordinal);
}
