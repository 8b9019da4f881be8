// The gate under test: for each rule a piece of code that it must reject, and code that it must let pass.
using System.Text;

namespace TinyPy.Portability;

public sealed class GateTests
{
    [Fact]
    public void Plain_device_code_passes()
    {
        const string Good = """
            namespace TinyPy.Vm
            {
                public enum Color { Red, Green }
                public interface IClock { long Now(); }
                public delegate void Tick(int value);
                public sealed class Machine
                {
                    private static readonly byte[] s_sizes = { 1, 2, 3, 4, 5, 6, 7, 8 };
                    private readonly int[] _stack = new int[64];
                    private readonly int[][] _rows = new int[4][];
                    private readonly double[] _floats = new double[4];
                    private IClock _clock;
                    private Color _color;
                    public Machine(IClock clock) { _clock = clock; _rows[0] = new int[1]; }
                    public int Run(int steps)
                    {
                        int sum = 0;
                        for (int i = 0; i < steps; i++)
                        {
                            switch (i & 3)
                            {
                                case 0: sum += s_sizes[i & 7]; break;
                                case 1: sum ^= (int)_clock.Now(); break;
                                case 2: _floats[0] = System.Math.Sqrt(_floats[1]); break;
                                default: sum = Slow(sum); break;
                            }
                        }
                        try { System.Array.Copy(_stack, 0, _stack, 1, 8); } catch (System.Exception) { _color = Color.Green; } finally { sum++; }
                        return sum + (int)_color;
                    }
                    private int Slow(int x) { return x == 0 ? 1 : 100 / x; }
                    public override string ToString() { return "machine " + _stack.Length.ToString(); }
                }
            }
            """;
        GateReport report = Inspect(Good);
        Assert.Empty(report.Findings);
        Assert.True(report.LoopSeen);
        Assert.Contains(report.Sizes, s => s is { Method: "Run", Bytes: > 0 });
    }

    [Theory]
    [InlineData("generic-type", "public class Box<T> { public int F; }")]
    [InlineData("generic-type", "public class Box<T> { public T F; }")]
    [InlineData("generic-type", "public delegate void Act<T>(T x);")]
    [InlineData("generic-type", "public class Box<T> { } public class C { object M() { return new Box<int>(); } }")]
    [InlineData("generic-method", "public class C { public int M<T>(int x) { return x; } }")]
    [InlineData("generic-method", "public class C { static int G<T>(int x) { return x; } int M() { return G<string>(1); } }")]
    [InlineData("struct", "public struct S { public int A; }")]
    [InlineData("struct", "public class C { System.TimeSpan _field; }")]
    [InlineData("struct", "public class C { System.DateTime[] _field; }")]
    [InlineData("struct", "public class C { void M(System.Guid g) { } }")]
    [InlineData("struct", "public class C { long M() { System.DateTime t = System.DateTime.UtcNow; return t.Ticks + t.Second; } }")]
    [InlineData("array-rank", "public class C { int[,] _field; }")]
    [InlineData("array-rank", "public class C { object M() { return new int[2, 2]; } }")]
    [InlineData("default-interface-method", "public interface I { int M() { return 1; } }")]
    [InlineData("filter", "public class C { int M(int x) { try { return x / 2; } catch (System.Exception) when (x > 1) { return 0; } } }")]
    [InlineData("checked", "public class C { int M(int x) { return checked(x + 1); } }")]
    [InlineData("checked", "public class C { byte M(int x) { return checked((byte)x); } }")]
    [InlineData("string-zero", "public class C { string M() { return \"a\\0b\"; } }")]
    [InlineData("box", "namespace TinyPy.Vm { public class Machine { object M(int x) { return x; } } }")]
    [InlineData("allocation", "namespace TinyPy.Vm { public class Machine { public int Run() { return new int[4].Length; } } }")]
    [InlineData("allocation", "namespace TinyPy.Vm { public class Machine { public object Run() { return Deep(); } object Deep() { return new Machine(); } } }")]
    [InlineData("allocation", "namespace TinyPy.Vm { public class Machine { public string Run(string s) { return s + s; } } }")]
    [InlineData("allocation", "namespace TinyPy.Vm { public interface I { int F(); } class A : I { public int F() { return new byte[1].Length; } } public class Machine { public int Run(I i) { return i.F(); } } }")]
    public void A_rule_rejects(string rule, string source)
    {
        GateReport report = Inspect(source);
        Assert.Contains(report.Findings, f => f.Rule == rule);
        Assert.All(report.Findings, f => Assert.True(f.Where.Length > 0 && f.Why.Length > 0));
    }

    [Fact]
    public void Boxing_outside_of_the_loop_class_is_a_note()
    {
        GateReport report = Inspect("public class C { object M(int x) { return x; } }");
        Assert.Empty(report.Findings);
        Assert.Contains(report.Notes, n => n.Rule == "box");
    }

    [Fact]
    public void A_switch_may_have_the_limit_of_cases_and_not_one_more()
    {
        Assert.DoesNotContain(Inspect(Switch(Gate.MaxSwitchCases)).Findings, f => f.Rule == "switch");
        Assert.Contains(Inspect(Switch(Gate.MaxSwitchCases + 1)).Findings, f => f.Rule == "switch");

        static string Switch(int cases) =>
            "public class C { int M(int x, int y) { switch (x) {" + Repeat(cases, i => $" case {i}: y ^= {i * 7 % 101}; break;") + " } return y; } }";
    }

    [Fact]
    public void A_type_may_have_the_limit_of_members_and_not_one_more()
    {
        Assert.Empty(Inspect(Methods(Gate.MaxMembers - 1)).Findings); // and the constructor
        Assert.Contains(Inspect(Methods(Gate.MaxMembers)).Findings, f => f.Rule == "members");
        Assert.Empty(Inspect(Fields(Gate.MaxMembers)).Findings);
        Assert.Contains(Inspect(Fields(Gate.MaxMembers + 1)).Findings, f => f.Rule == "members");

        static string Methods(int count) => "public class C {" + Repeat(count, i => $" int M{i}() {{ return {i}; }}") + " }";
        static string Fields(int count) => "public class C { public const int A = 1;" + Repeat(count, i => $" public int F{i};") + " }";
    }

    [Fact]
    public void A_method_may_have_the_limit_of_locals_and_not_one_more()
    {
        Assert.Empty(Inspect(Locals(Gate.MaxLocals - 1)).Findings); // and this
        Assert.Contains(Inspect(Locals(Gate.MaxLocals)).Findings, f => f.Rule == "locals");

        // Every local is passed by reference, so that the compiler keeps it apart from the others.
        static string Locals(int count) =>
            "public class C { static void Use(ref int x) { x++; } int M() {" + Repeat(count, i => $" int a{i} = {i}; Use(ref a{i});") + " return 0; } }";
    }

    [Fact]
    public void A_deep_evaluation_stack_is_rejected()
    {
        string parameters = string.Join(", ", Enumerable.Range(0, 251).Select(i => $"int a{i}"));
        string arguments = string.Join(", ", Enumerable.Range(0, 251));
        Assert.Contains(Inspect($"public class C {{ static int F({parameters}) {{ return a0; }} int M() {{ return F({arguments}); }} }}").Findings, f => f.Rule == "stack");
    }

    [Fact]
    public void Try_blocks_may_nest_to_the_limit_and_not_deeper()
    {
        Assert.Empty(Inspect(Nested(Gate.MaxTryDepth)).Findings);
        Assert.Contains(Inspect(Nested(Gate.MaxTryDepth + 1)).Findings, f => f.Rule == "try-depth");

        static string Nested(int depth) =>
            "public class C { int M(int x) { " + Repeat(depth, _ => "try { ") + "x = 1 / x;" + Repeat(depth, i => $" }} catch (System.Exception) {{ x = {i}; }}") + " return x; } }";
    }

    [Fact]
    public void A_huge_method_is_rejected()
    {
        string body = Repeat(4000, i => $" x = x * {i + 1000} + y;");
        Assert.Contains(Inspect($"public class C {{ int M(int x, int y) {{{body} return x; }} }}").Findings, f => f.Rule == "method-size");
    }

    [Fact]
    public void A_large_loop_method_is_rejected_but_not_another_one_of_that_size()
    {
        string body = Repeat(1500, i => $" x = x * {i + 1000} + y;");
        string source = $"namespace TinyPy.Vm {{ public class Machine {{ public int NAME(int x, int y) {{{body} return x; }} }} }}";
        Assert.Contains(Inspect(source.Replace("NAME", "Run", StringComparison.Ordinal)).Findings, f => f.Rule == "loop-size");
        Assert.Empty(Inspect(source.Replace("NAME", "Other", StringComparison.Ordinal)).Findings);
    }

    [Fact]
    public void An_assembly_over_its_budget_is_rejected()
    {
        string body = Repeat(1500, i => $" x = x * {i + 1000} + y;");
        string methods = Repeat(4, i => $" int M{i}(int x, int y) {{{body} return x; }}");
        Assert.Contains(Inspect($"public class C {{{methods} }}").Findings, f => f.Rule == "assembly-size");
    }

    [Fact]
    public void String_literals_over_their_budget_are_rejected()
    {
        string texts = Repeat(50, i => $" string M{i}() {{ return \"{i}{new string('x', 1000)}\"; }}");
        Assert.Contains(Inspect($"public class C {{{texts} }}").Findings, f => f.Rule == "strings");
    }

    [Fact]
    public void An_array_of_initial_data_may_be_as_large_as_the_limit_and_no_larger()
    {
        Assert.Empty(Inspect(Table(Gate.MaxArrayData)).Findings);
        Assert.Contains(Inspect(Table(Gate.MaxArrayData + 1)).Findings, f => f.Rule == "array-data");

        static string Table(int bytes) => "public class C { static readonly byte[] s_table = { " + Repeat(bytes, i => $"{i % 251 + 1},") + " }; }";
    }

    private static GateReport Inspect(string source)
    {
        DeviceCompilation compilation = DeviceCompilation.Compile("Snippet", [("Snippet.cs", source)]);
        Assert.True(compilation.Errors.Count == 0, string.Join("\n", compilation.Errors));
        return Gate.Inspect(compilation.Image);
    }

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }
}
