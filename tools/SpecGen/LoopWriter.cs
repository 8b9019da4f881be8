// Writes the numbers of a plan's words and the loop that runs them, for the device.
namespace TinyPy.SpecGen;

/// <summary>Writes LoopOp.g.cs, LoopRunner.g.cs and LoopInfo.g.cs.</summary>
internal static class LoopWriter
{
    /// <summary>File name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Device(List<LoopWord> words, int bytes)
    {
        yield return ("LoopOp.g.cs", Numbers(words, bytes));
        yield return ("LoopRunner.g.cs", Runner(words));
    }

    /// <summary>What the compiler asks before it writes LOOP.</summary>
    public static (string Name, string Text) Host(SortedSet<int> opcodes, int bytes)
    {
        Code code = Code.Host("loops.md");
        code.Line("/// <summary>Which loops may be run in registers.</summary>");
        code.Open("public static class LoopInfo");
        code.Line("/// <summary>Bytes of such a loop at most.</summary>");
        code.Const("Bytes", bytes);
        code.Line();
        code.Line("/// <summary>Whether a plan has words for an instruction.</summary>");
        code.Line($"public static bool Has(int op) => s_opcodes.Contains(op);");
        code.Line();
        code.Line($"private static readonly HashSet<int> s_opcodes = [{string.Join(", ", opcodes)}];");
        return ("LoopInfo.g.cs", code.End());
    }

    private static string Numbers(List<LoopWord> words, int bytes)
    {
        Code code = Code.Device("loops.md", "LoopOp", "Numbers of the words of a loop's plan.");
        foreach (LoopWord word in words)
            code.Const(word.Name, word.No);
        code.Line("/// <summary>Bytes of a loop at most.</summary>");
        code.Const("BYTES", bytes);
        return code.End();
    }

    private static string Runner(List<LoopWord> words)
    {
        var code = new Code("loops.md");
        code.Line("#pragma warning disable 1591, 1718 // LT_0_0 is there for the order of the numbers");
        code.Open("namespace TinyPy.Vm");
        code.Open("internal sealed partial class LoopService");
        code.Lines("""
            // Runs words from pc on, a place in _words, with the registers in the fields, and leaves everything there. How it ended: the number of
            // values in s0 to s2 that belong to the stack, or SPENT or FAILED.
            private int Execute(int pc)
            {
                int[] plan = _words;
                int[] stack = _stack;
                int[] heap = _heap;
                int sp = plan[SP];
                int bp = plan[BP];
                int limit = plan[LIMIT];
                int r0 = plan[R0], r1 = plan[R0 + 1], r2 = plan[R0 + 2], r3 = plan[R0 + 3];
                int s0 = 0, s1 = 0, s2 = 0;
                int a0 = plan[A0], a1 = plan[A0 + 1], b0 = 0, b1 = 0, n0 = 0, n1 = 0;
                int bound = plan[BOUND];
                int w, t, a, b, live;
                long wide;

            """);
        code.Lines("""
            objects: // where their values are, and how many a list has
                if (a0 != 0)
                {
                    n0 = heap[a0 + 1];
                    b0 = (heap[a0 + 2] >> 2) + 1;
                }

                if (a1 != 0)
                {
                    n1 = heap[a1 + 1];
                    b1 = (heap[a1 + 2] >> 2) + 1;
                }

                while (true)
                {
                    w = plan[pc];
                    switch (w & 255)
                    {
            """);
        foreach (LoopWord word in words)
            code.Lines("            " + Case(word));
        code.Lines("""
                        case 0: // nothing is planned here; that the table begins at 0 saves a subtraction at each word
                        default:
                            goto bail0;
                    }

                jump: // pc is behind the instruction, whose word is w
                    t = (sbyte)(w >> 8);
                    pc += t;
                    limit += t;
                    if (pc <= limit)
                    {
                        continue;
                    }

                    live = SPENT;
                    goto end;

                grow: // the list has no room: as the machine's loop appends
                    stack[sp] = s0;
                    stack[sp + 1] = s1;
                    stack[sp + 2] = s2;
                    _machine.A.Top = sp + 3;
                    _machine.Fuel = limit - pc - 2;
                    t = _machine.Builtins.CallMethod(Method.list__append, sp + 1, 2, 0);
                    limit = pc + 2 + _machine.Fuel;
                    if (t == 0)
                    {
                        pc += 2;
                        live = FAILED;
                        goto end;
                    }

                    pc += 3;
                    if (plan[USED] < FIRST)
                    {
                        // A collection has left nothing of the plan.
                        goto leave;
                    }

                    a0 = plan[OBJECT0] < 0 ? 0 : stack[bp + plan[OBJECT0]] >> 2;
                    a1 = plan[OBJECT0 + 1] < 0 ? 0 : stack[bp + plan[OBJECT0 + 1]] >> 2;
                    goto objects;

                leave:
                bail0:
                    live = 0;
                    goto end;

                bail1:
                    live = 1;
                    goto end;

                bail2:
                    live = 2;
                    goto end;

                bail3:
                    live = 3;
                    goto end;
                }

            end:
                plan[SP] = sp;
                plan[LIMIT] = limit;
                plan[R0] = r0;
                plan[R0 + 1] = r1;
                plan[R0 + 2] = r2;
                plan[R0 + 3] = r3;
                plan[S0] = s0;
                plan[S0 + 1] = s1;
                plan[S0 + 2] = s2;
                plan[BOUND] = bound;
                plan[AT] = pc;
                return live;
            }
            """);
        return code.End();
    }

    // One line a word: what it does, then over the instruction's bytes.
    private static string Case(LoopWord word)
    {
        string advance = word.Bytes switch { "n" => "pc += w >> 24; ", "-" => "", var bytes => $"pc += {bytes}; " };
        string body = word.Body
            .Replace("BAIL", $"{{ goto bail{word.Live}; }}", StringComparison.Ordinal)
            .Replace("GO ", $"{{ {advance}goto jump; }} ", StringComparison.Ordinal)
            .Replace("IMM", "(short)(w >> 8)", StringComparison.Ordinal)
            .Replace("WIDE", "(w >> 8)", StringComparison.Ordinal)
            .Replace("(K ", "((w >> 16) ", StringComparison.Ordinal)
            .Replace(" K", " (w >> 16)", StringComparison.Ordinal);
        if (body.StartsWith("JUMP ", StringComparison.Ordinal))
        {
            body = body["JUMP ".Length..];
            return $"case LoopOp.{word.Name}: {advance}" + (body == "true" ? "goto jump;" : $"if ({body}) {{ goto jump; }} continue;");
        }
        return $"case LoopOp.{word.Name}: {body}{(body.Length > 0 && advance.Length > 0 ? " " : "")}{advance}{(word.Bytes == "-" ? "" : "continue;")}";
    }
}
