// Loops over small ints and lists, made at random from a seed for LoopTests: what a plan has words for, and now and then what it bails at: numbers beyond a
// small int, indexes out of range, floats, None and bools where ints are expected, lists that are one list.
using System.Text;

namespace TinyPy.Tests.Vm;

/// <summary>Makes a program.</summary>
internal sealed class LoopPrograms(Random random)
{
    private static readonly string[] s_ints = ["a", "b", "c", "d", "e", "f", "g", "h", "u"];
    private static readonly string[] s_lists = ["x", "y"];
    private static readonly string[] s_operators = ["+", "+", "-", "*", "//", "%", "&", "|", "^", ">>", "<<"];
    private static readonly string[] s_comparisons = ["<", "<=", ">", ">=", "==", "!="];

    private readonly StringBuilder _text = new();
    private int _counters;
    private bool _objects;

    /// <summary>A function with loops, called with some arguments; it prints everything that it left behind.</summary>
    public string Make()
    {
        _objects = random.Next(2) == 0;
        if (_objects)
        {
            _text.Append("class P:\n    def __init__(self, v):\n        self.v = v\n        self.w = 3\n    def inc(self):\n        self.v += 2\n    def get(self):\n        return self.w\np = P(1)\nq = P(2.5)\n");
        }

        _text.Append("def run(a, b, x, y):\n");
        foreach (string name in s_ints[2..8])
        {
            if (random.Next(5) == 0)
            {
                // Never bound, but known.
                Line(1, "if b == 99:");
                Line(2, $"{name} = 0");
            }
            else
            {
                Line(1, $"{name} = {Number()}");
            }
        }

        if (_objects)
        {
            Line(1, random.Next(3) == 0 ? "o = q" : "o = p");
        }

        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Line(1, "try:");
            Loop(2);
            Line(1, "except Exception as e:");
            Line(2, "print(e)");
        }

        Line(1, "return a, b, len(x), x[:6], y[:6]");
        foreach (string arguments in (string[])["3, 5, [1, 2, 3, 4, 5, 6, 7, 8], [0] * 9", "-7, 1 << 29, [9] * 5, [True, False, 0, 1, 2.5]", "2.5, 1, [1], [2]", $"{Number()}, {Number()}, [7] * 12, [-1] * 12"])
        {
            Line(0, "try:");
            Line(1, $"print(run({arguments}))");
            Line(0, "except Exception as e:");
            Line(1, "print(type(e).__name__, e)");
        }

        Line(0, "x = [1, 2, 3]");
        Line(0, "try:");
        Line(1, "print(run(1, 2, x, x))");
        Line(0, "except Exception as e:");
        Line(1, "print(type(e).__name__, e)");
        return _text.ToString();
    }

    private void Line(int depth, string text) => _text.Append(' ', depth * 4).Append(text).Append('\n');

    private string Number() => random.Next(16) switch
    {
        0 => "1073741823",
        1 => "-1073741824",
        2 => random.Next(-100000, 100000).ToString(),
        _ => random.Next(-3, 12).ToString(),
    };

    private string Name() => s_ints[random.Next(s_ints.Length - 1)];

    private string List() => s_lists[random.Next(2)];

    private string Simple() => random.Next(3) == 0 ? Number() : Name();

    private string Item() => random.Next(3) > 0 ? $"{List()}[{Name()} & 3]" : $"{List()}[{(random.Next(3) == 0 ? $"{Name()} + {random.Next(3)}" : random.Next(4) == 0 ? random.Next(-1, 4).ToString() : Name())}]";

    private string Expression(int depth = 0) => random.Next(depth > 1 ? 3 : 8) switch
    {
        0 => Number(),
        1 => Name(),
        2 => Item(),
        3 => "-" + Simple(),
        4 => "~" + Name(),
        _ => $"({Expression(depth + 1)} {s_operators[random.Next(s_operators.Length)]} {Expression(depth + 1)})",
    };

    // Small, so that not every value leaves the small ints.
    private string Bounded() => $"{Expression()} & 15";

    private string Condition() => random.Next(5) switch
    {
        0 => Item(),
        1 => Name(),
        _ => $"{Simple()} {s_comparisons[random.Next(6)]} {(random.Next(2) == 0 ? Simple() : Expression(1))}",
    };

    private void Loop(int depth)
    {
        string counter = s_ints[random.Next(2, 9)];
        switch (random.Next(4))
        {
            case 0:
                Line(depth, $"for {counter} in range({random.Next(-2, 4)}, {(random.Next(3) == 0 ? Name() : random.Next(12).ToString())} % 20, {random.Next(1, 3)}):");
                Body(depth + 1, depth < 4);
                break;
            case 1:
                Line(depth, $"for {counter} in range({random.Next(12)}, {random.Next(-3, 6)}, -{random.Next(1, 3)}):");
                Body(depth + 1, depth < 4);
                break;
            case 2:
                Line(depth, $"for {counter} in range({random.Next(9)}):");
                Body(depth + 1, depth < 4);
                break;
            default:
                string name = "k" + _counters++;
                Line(depth, $"{name} = 0");
                Line(depth, $"while {name} < {random.Next(2, 15)}{(random.Next(4) == 0 ? $" and {Condition()}" : "")}:");
                Line(depth + 1, $"{name} += {random.Next(1, 3)}");
                Body(depth + 1, depth < 4);
                break;
        }

        if (random.Next(6) == 0)
        {
            Line(depth, "else:");
            Line(depth + 1, $"{Name()} += 1");
        }
    }

    private void Body(int depth, bool nest)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            Statement(depth, nest);
        }
    }

    private void Statement(int depth, bool nest)
    {
        if (_objects && random.Next(4) == 0)
        {
            Line(depth, random.Next(6) switch
            {
                0 or 1 => "o.inc()",
                2 => $"{Name()} = o.get()",
                3 => $"o.w = {Bounded()}",
                4 => $"{Name()} = o.v",
                _ => $"o.v = {Name()}",
            });
            return;
        }

        switch (random.Next(nest ? 13 : 11))
        {
            case 0: Line(depth, $"{Name()} += {random.Next(-3, 9)}"); break;
            case 1: Line(depth, $"{Name()} += {Name()}"); break;
            case 2: Line(depth, $"{Name()} = {Bounded()}"); break;
            case 3: Line(depth, $"{Name()} = {Expression()}"); break;
            case 4: Line(depth, $"{Item()} = {(random.Next(5) == 0 ? "True" : random.Next(9) == 0 ? "None" : Bounded())}"); break;
            case 5: Line(depth, $"{Name()} = {Item()}"); break;
            case 6: Line(depth, $"{List()}.append({(random.Next(6) == 0 ? "False" : Simple())})"); break;
            case 7: Line(depth, $"{Name()} {s_operators[random.Next(s_operators.Length)]}= {Simple()}"); break;
            case 8:
                string list = List();
                string index = Name();
                Line(depth, $"{list}[{index}], {list}[{index} + 1] = {list}[{index} + 1], {list}[{index}]");
                break;
            case 9 or 10:
                Line(depth, $"if {Condition()}:");
                if (random.Next(5) == 0)
                {
                    Line(depth + 1, random.Next(2) == 0 ? "break" : "continue");
                }
                else
                {
                    Statement(depth + 1, false);
                }

                if (random.Next(3) == 0)
                {
                    Line(depth, "else:");
                    Statement(depth + 1, false);
                }

                break;
            default: Loop(depth); break;
        }
    }
}
