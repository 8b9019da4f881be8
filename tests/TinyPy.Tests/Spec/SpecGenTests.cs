// SpecGen refuses every mistake that would generate wrong code, with the file and line; and the checked-in code is that of lib/spec.
using TinyPy.SpecGen;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Spec;

public sealed class SpecGenTests
{
    [Fact]
    public void The_generated_code_is_that_of_the_tables() =>
        Assert.Empty(Generator.Update(RepositoryRoot.Path, write: false));

    [Fact]
    public void Update_finds_changed_missing_and_left_over_files_and_repairs_them()
    {
        string root = Directory.CreateTempSubdirectory("specgen").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "lib", "spec"));
            foreach (string name in SpecReader.Files)
                File.Copy(RepositoryRoot.Combine("lib/spec/" + name), Path.Combine(root, "lib", "spec", name));
            Assert.Contains("lib/TinyPy.Vm/Generated/Op.g.cs", Generator.Update(root, write: true));
            Assert.Empty(Generator.Update(root, write: false));

            string folder = Path.Combine(root, "lib", "TinyPy.Vm", "Generated");
            File.AppendAllText(Path.Combine(folder, "Op.g.cs"), "// by hand\n");
            File.Delete(Path.Combine(folder, "Err.g.cs"));
            File.WriteAllText(Path.Combine(folder, "Old.g.cs"), "");
            string[] expected = ["lib/TinyPy.Vm/Generated/Err.g.cs", "lib/TinyPy.Vm/Generated/Old.g.cs", "lib/TinyPy.Vm/Generated/Op.g.cs"];
            Assert.Equal(expected, Generator.Update(root, write: false).Order(StringComparer.Ordinal));
            Assert.Equal(expected, Generator.Update(root, write: true).Order(StringComparer.Ordinal));
            Assert.Empty(Generator.Update(root, write: false));
            Assert.False(File.Exists(Path.Combine(folder, "Old.g.cs")));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void The_file_is_the_same_whatever_the_line_ends()
    {
        string Read(string name) => File.ReadAllText(RepositoryRoot.Combine("lib/spec/" + name)).Replace("\r\n", "\n");
        Assert.All(Generator.Generate(Read), file => Assert.DoesNotContain('\r', file.Value));
    }

    [Fact]
    public void The_small_spec_generates()
    {
        SortedDictionary<string, string> files = new SmallSpec().Generate();
        Assert.Contains("public const int LOAD_LOCAL = 1;", files["lib/TinyPy.Vm/Generated/Op.g.cs"]);
        Assert.Contains("public const int COUNT = 7;", files["lib/TinyPy.Vm/Generated/Op.g.cs"]);
        Assert.Contains("op != Op.JUMP && op != Op.RAISE;", files["lib/TinyPy.Vm/Generated/OpTable.g.cs"]);
        Assert.Contains("case Op.FOR_NEXT: return 2;", files["lib/TinyPy.Vm/Generated/OpTable.g.cs"]);
        Assert.Contains("public const int module_math = 6;", files["lib/TinyPy.Vm/Generated/Builtin.g.cs"]);
        Assert.Contains("public const int @object = 1;", files["lib/TinyPy.Vm/Generated/Builtin.g.cs"]);
        Assert.Contains("public const int math_fsum = 7;", files["lib/TinyPy.Vm/Generated/Builtin.g.cs"]);
        Assert.Contains("public const int KillStopped = 240;", files["lib/TinyPy.Vm/Generated/Err.g.cs"]);
        Assert.Contains("public const int ImageMagic = 260;", files["lib/TinyPy.Vm/Generated/Err.g.cs"]);
        Assert.Contains("public const int @base = 11;", files["lib/TinyPy.Vm/Generated/Word.g.cs"]);
        Assert.Contains("public const int __radd__ = 8;", files["lib/TinyPy.Vm/Generated/Name.g.cs"]);
        Assert.Contains("\"a | b\"", files["lib/TinyPy.Compiler/Generated/OpInfo.g.cs"]);
        Assert.Contains("public const int DATA_BYTES = 2;", files["lib/TinyPy.Link/Generated/Ask.g.cs"]);
        Assert.Contains("public const int HELLO_REST = 5;", files["lib/TinyPy.Link/Generated/Answer.g.cs"]);
        Assert.Contains("case HELLO: return length == Ask.HELLO;", files["lib/TinyPy.Link/Generated/Msg.g.cs"]);
        Assert.Contains("case DATA: return length >= Ask.DATA;", files["lib/TinyPy.Link/Generated/Msg.g.cs"]);
        Assert.DoesNotContain("case OUTPUT", files["lib/TinyPy.Link/Generated/Msg.g.cs"]);
        Assert.Contains("public const int LOAD_1_0 = 4;", files["lib/TinyPy.Vm/Generated/LoopOp.g.cs"]);
        Assert.Contains("case LoopOp.LOAD_1_2: s1 = r2; pc += w >> 24; continue;", files["lib/TinyPy.Vm/Generated/LoopRunner.g.cs"]);
        Assert.Contains("case LoopOp.OTHER_1: n0 |= s2; pc += 3; continue;", files["lib/TinyPy.Vm/Generated/LoopRunner.g.cs"]);
        Assert.Contains("case LoopOp.LT_1_K: pc += 5; if (r1 < (w >> 16)) { goto jump; } continue;", files["lib/TinyPy.Vm/Generated/LoopRunner.g.cs"]);
        Assert.Contains("case LoopOp.TRUTH: if (s0 == 1) { pc += 3; goto jump; } if (s0 != (short)(w >> 8)) { goto bail1; } pc += 3; continue;", files["lib/TinyPy.Vm/Generated/LoopRunner.g.cs"]);
        Assert.Contains("case LoopOp.EXIT: goto leave;", files["lib/TinyPy.Vm/Generated/LoopRunner.g.cs"]);
        Assert.Contains("s_opcodes = [1, 5];", files["lib/TinyPy.Compiler/Generated/LoopInfo.g.cs"]);
        Assert.Contains("3 => \"no such & more\",", files["lib/TinyPy.Link.Host/Generated/ProtocolText.g.cs"]);
    }

    [Fact]
    public void A_removed_row_keeps_its_number_and_generates_nothing()
    {
        SortedDictionary<string, string> files = new SmallSpec()
            .With("opcodes.md", "| 2 | ADD |  | a b -- r | a &#124; b |", "| 2 | ADD |  | a b -- r | *removed* |")
            .With("builtins.md", "| 2 | str | base | 0-2+kw | native static |", "| 2 | *removed* |  |  |  |")
            .With("builtins.md", "| 1 | _repr |", "| 1 | *removed* |")
            .With("errors.md", "| 1 | Exception | First | the first |", "| 1 |  | *removed* |  |")
            .Generate();
        Assert.DoesNotContain("ADD", files["lib/TinyPy.Vm/Generated/Op.g.cs"]);
        Assert.Contains("BUILD_TUPLE = 3;", files["lib/TinyPy.Vm/Generated/Op.g.cs"]);
        Assert.Contains("0, 1, 0, 2,", files["lib/TinyPy.Vm/Generated/OpTable.g.cs"]);
        Assert.DoesNotContain("str__base", files["lib/TinyPy.Vm/Generated/Method.g.cs"]);
        Assert.DoesNotContain("_repr", files["lib/TinyPy.Vm/Generated/Hook.g.cs"]);
        Assert.DoesNotContain("First", files["lib/TinyPy.Vm/Generated/Err.g.cs"]);
        Assert.Contains("Second = 2;", files["lib/TinyPy.Vm/Generated/Err.g.cs"]);
    }

    [Theory]
    // Tables
    [InlineData("opcodes.md", "| 2 | ADD |  | a b -- r | a &#124; b |", "| 2 | ADD |  | a b -- r | a | b |", "the row has 6 cells, its header 5")]
    [InlineData("opcodes.md", "| 1 | LOAD_LOCAL | local | -- v | push a local |", "| 1 | LOAD_LOCAL | local | -- v | push a local", "a row ends with a bar")]
    [InlineData("builtins.md", "|---|---|---|---|---|\n| 1 | str | join", "| 1 | str | join", "a table needs a line of dashes under its header")]
    [InlineData("builtins.md", "| no | type | name | args | impl |", "| no | type | name | impl | args |", "the columns are expected to be no, type, name, args, impl")]
    [InlineData("builtins.md", "## Hooks", "## Hoks", "one table is expected under '## Hooks', there are 0")]
    [InlineData("opcodes.md", "| no | name | operands | stack | meaning |\n|---|---|---|---|---|\n| 4", "| no | name | operands | picture | meaning |\n|---|---|---|---|---|\n| 4", "a table of opcodes has the columns")]
    // Numbers
    [InlineData("opcodes.md", "| 2 | ADD", "| x | ADD", "'x' is not a number")]
    [InlineData("opcodes.md", "| 2 | ADD", "| 02 | ADD", "'02' is not a number")]
    [InlineData("opcodes.md", "| 2 | ADD", "| 1 | ADD", "number 1 is used twice")]
    [InlineData("opcodes.md", "| 3 | BUILD_TUPLE", "| 1 | BUILD_TUPLE", "number 1 is out of order: 3 is next")]
    [InlineData("opcodes.md", "| 4 | JUMP", "| 5 | JUMP", "number 4 is missing before 5: a removed row keeps its number")]
    [InlineData("builtins.md", "| 1 | object |", "| 2 | object |", "number 1 is missing before 2")]
    [InlineData("builtins.md", "| 10 | join |", "| 11 | join |", "number 10 is missing before 11")]
    [InlineData("builtins.md", "| 3 | math__fsum |", "| 4 | math__fsum |", "number 3 is missing before 4")]
    [InlineData("builtins.md", "| 1 | str | join |", "| 2 | str | join |", "number 1 is missing before 2")]
    [InlineData("builtins.md", "| 1 | BaseException | args |", "| 0 | BaseException | args |", "number 0 is used twice")]
    [InlineData("errors.md", "| 2 | Exception | Second", "| 3 | Exception | Second", "number 2 is missing before 3")]
    [InlineData("errors.md", "| 240 | Stopped", "| 241 | Stopped", "number 240 is missing before 241")]
    [InlineData("errors.md", "| 260 | Magic", "| 261 | Magic", "number 260 is missing before 261")]
    // Messages
    [InlineData("loops.md", "| LT_{a}_K | a 0-1 | 5 |", "| LT_{a}_K | a 0-1 | five |", "'five' is not a number of bytes, n or -")]
    [InlineData("loops.md", "| LT_{a}_K | a 0-1 | 5 |", "| LT_{a}_K | a | 5 |", "'a' is not a variable with its range, such as r 0-3")]
    [InlineData("loops.md", "| LT_{a}_K | a 0-1 | 5 |", "| LT_{b}_K | a 0-1 | 5 |", "'b' has no range in the column `for`")]
    [InlineData("loops.md", "| TRUTH |  | 3 | 1 |", "| TRUTH |  | 3 | 4 |", "'4' is not a number of values from 0 to 3")]
    [InlineData("loops.md", "| TRUTH |", "| EXIT |", "the word EXIT is there twice")]
    [InlineData("loops.md", "| LOAD_{d}_{r} | d 0-1, r 0-2 |", "| LOAD_{d}_{r}{a}{b} | d 0-1, r 0-9, a 0-9, b 0-1 |", "406 words: a switch has at most 255 cases on nanoFramework, and 0 is one")]
    [InlineData("loops.md", "| LOAD_LOCAL | LOAD |", "| LOAD_LOCALS | LOAD |", "there is no instruction LOAD_LOCALS")]
    [InlineData("loops.md", "| 40 | bytes |", "| many | bytes |", "a table of instructions is expected second")]
    [InlineData("protocol.md", "| 3 | DATA | host |", "| 1 | DATA | host |", "DATA: number 1 is used twice, out of order or above 127")]
    [InlineData("protocol.md", "| 64 | OUTPUT |", "| 128 | OUTPUT |", "OUTPUT: number 128 is used twice, out of order or above 127")]
    [InlineData("protocol.md", "| 3 | DATA | host |", "| 3 | HELLO | host |", "'HELLO' is there twice")]
    [InlineData("protocol.md", "| 3 | DATA | host |", "| 3 | DATA | guest |", "'guest' is not one of: host, board")]
    [InlineData("protocol.md", "| tag:2 bytes:* |", "| tag:2 bytes |", "'bytes' is not a field: name:bytes")]
    [InlineData("protocol.md", "| tag:2 bytes:* |", "| bytes:* tag:2 |", "nothing follows bytes, which takes the rest")]
    [InlineData("protocol.md", "| tag:2 bytes:* |", "| tag:2 tag:4 |", "'tag' is there twice")]
    [InlineData("protocol.md", "| tag:2 bytes:* |", "| tag:99 a:99 b:99 |", "the fields take 297 bytes, 240 is the limit")]
    [InlineData("protocol.md", "| 3 | NONE |", "| 0 | NONE |", "NONE: number 0 is used twice")]
    [InlineData("protocol.md", "| 3 | NONE |", "| 3 | none |", "'none' is not a name in capitals")]
    [InlineData("protocol.md", "## Statuses", "## States", "one table is expected under '## Statuses', there are 0")]
    // Names
    [InlineData("opcodes.md", "| 2 | ADD", "| 2 | Add", "'Add' is not a name of an opcode")]
    [InlineData("opcodes.md", "| 2 | ADD", "| 2 | LOAD_LOCAL", "'LOAD_LOCAL' is there twice")]
    [InlineData("builtins.md", "| 2 | str | builtins", "| 2 | object | builtins", "'object' is there twice in builtins")]
    [InlineData("builtins.md", "| 10 | join |", "| 10 | __add__ |", "'__add__' is there twice")]
    [InlineData("builtins.md", "| 10 | join |", "| 10 | jo in |", "'jo in' is not a name")]
    [InlineData("builtins.md", "| 1 | _repr |", "| 1 | sorted |", "'sorted' is there twice")]
    [InlineData("builtins.md", "| 2 | str | base |", "| 2 | str | join |", "'join' is there twice in str")]
    [InlineData("errors.md", "| 2 | Exception | Second", "| 2 | Exception | First", "'First' is there twice")]
    [InlineData("limits.md", "| TEXT | text |", "| HEAP | text |", "'HEAP' is there twice")]
    [InlineData("limits.md", "| TEXT | text |", "| TEXT | heap |", "'heap' is there twice")]
    [InlineData("limits.md", "| TEXT | text |", "| MAX_LOCALS | text |", "'MAX_LOCALS' is there twice")]
    // Operands and stack pictures
    [InlineData("opcodes.md", "| LOAD_LOCAL | local |", "| LOAD_LOCAL | locals |", "'locals' is not a kind of operand")]
    [InlineData("opcodes.md", "| a b -- r |", "| a b r |", "is not `before -- after`")]
    [InlineData("opcodes.md", "| a b -- r |", "| a -- b -- r |", "is not `before -- after`")]
    [InlineData("opcodes.md", "| a b -- r |", "| a bb -- r |", "'bb' in the stack picture is not a value")]
    [InlineData("opcodes.md", "| a b -- r |", "| ! -- r |", "`!` stands after `--`")]
    [InlineData("opcodes.md", "| a b -- r |", "| a -- r / -- |", "a `/` in the stack picture needs a jump operand")]
    [InlineData("opcodes.md", "| i -- i v / -- |", "| i -- i v / i -- |", "only `-- after` is expected")]
    [InlineData("opcodes.md", "| i -- i v / -- |", "| i -- i v / -- i / -- |", "is not `before -- after`")]
    [InlineData("opcodes.md", "| [count] -- v |", "| [counts] -- v |", "'[counts]' in the stack picture is not a value")]
    [InlineData("opcodes.md", "| [count] -- v |", "| [count+count+1] -- v |", "'[count+count+1]' has no operand that it could be counted by")]
    [InlineData("opcodes.md", "| [count] -- v |", "| [spec] -- v |", "'[spec]' has no operand that it could be counted by")]
    [InlineData("opcodes.md", "INPLACE: 0 +", "INPLACE: 1 +", "operator 0 and its sign are expected, there is '1'")]
    [InlineData("opcodes.md", "INPLACE: 0 +", "INPLACE: 0 + 1", "operator 1 and its sign are expected, there is '1'")]
    [InlineData("opcodes.md", "`kind` of BINARY and INPLACE: 0 +", "", "no line starts with")]
    [InlineData("opcodes.md", "INPLACE: 0 +", "INPLACE: 0 ~", "the operator ~ has no special method")]
    [InlineData("opcodes.md", "INPLACE: 0 +", "INPLACE: 0 + 1 -", "'__sub__' is expected here")]
    [InlineData("builtins.md", "| 2 | __le__ |\n| 3 | __gt__ |", "| 2 | __gt__ |\n| 3 | __le__ |", "'__le__' is expected here")]
    [InlineData("builtins.md", "| 1 | __lt__ |", "| 1 | *removed* |", "'__lt__' is expected here")]
    // Errors
    [InlineData("errors.md", "| 1 | Exception | First", "| 1 | SomeError | First", "'SomeError' is not an exception of builtins.md")]
    [InlineData("errors.md", "| 1 | Exception | First", "| 1 | str | First", "'str' is not an exception of builtins.md")]
    [InlineData("errors.md", "'{0:T}' has", "'{0}' has", "an operand is written {0:T}")]
    [InlineData("errors.md", "'{0:T}' has", "'{3:T}' has", "an operand is written {0:T}")]
    [InlineData("errors.md", "'{0:T}' has", "'{0:Z}' has", "an operand is written {0:T}")]
    [InlineData("errors.md", "'{0:T}' has", "'{0:T}}' has", "an operand is written {0:T}")]
    // Builtins
    [InlineData("builtins.md", "| 5 | sorted | builtins | function |", "| 5 | sorted | builtins | builtin |", "'builtin' is not one of: constant, type")]
    [InlineData("builtins.md", "| function | 1+kw |  | both |", "| function | 1+kw |  | c# |", "'c#' is not one of: native, python, both")]
    [InlineData("builtins.md", "| native static |", "| native class |", "'native class' is not one of: native, python, both")]
    [InlineData("builtins.md", "| function | 1+kw |", "| function | one |", "'one' is not a number of arguments")]
    [InlineData("builtins.md", "| function | 1+kw |", "| function | 3-1 |", "most not below least")]
    [InlineData("builtins.md", "| function | 1+kw |", "| function | 1-7 |", "least and most are at most 6")]
    [InlineData("builtins.md", "| constant |  | object |", "| constant | 1 | object |", "a constant takes no arguments")]
    [InlineData("builtins.md", "| constant |  | object |", "| constant |  |  |", "the base (or the type of a constant) is missing")]
    [InlineData("builtins.md", "| constant |  | object |", "| constant |  | sorted |", "there is no type 'sorted'")]
    [InlineData("builtins.md", "| 1+kw |  | both |", "| 1+kw | object | both |", "'sorted' has no base")]
    [InlineData("builtins.md", "| 4 | Exception | builtins | exception | 0-* | BaseException |", "| 4 | Exception | builtins | exception | 0-* | str |", "the base 'str' is not an exception that stands above")]
    [InlineData("builtins.md", "| 7 | fsum | math |", "| 7 | fsum | maths |", "there is no module 'maths'")]
    [InlineData("builtins.md", "| 6 | math | math | module |", "| 6 | math | builtins | module |", "a module stands in its own module")]
    [InlineData("builtins.md", "| 1 | str | join |", "| 1 | text | join |", "there is no type 'text'")]
    [InlineData("builtins.md", "| 1 | BaseException | args |", "| 1 | sorted | args |", "there is no type 'sorted'")]
    [InlineData("builtins.md", "| 1 | BaseException | args |", "| 1 | BaseException | notes |", "'notes' is not in the table of names")]
    [InlineData("builtins.md", "| 10 | join |", "| 10 | split |", "'join' is not in the table of names")]
    // Hooks
    [InlineData("builtins.md", "| 2 | sorted |", "| 2 | _sorted |", "the row has a Python half but there is no hook 'sorted'")]
    [InlineData("builtins.md", "| 3 | math__fsum |", "| 3 | fsum |", "the row has a Python half but there is no hook 'math__fsum'")]
    [InlineData("builtins.md", "| join | 1 | both |", "| join | 1 | native |", "the hook 'str__join' is not the Python half of any row")]
    // Limits
    [InlineData("limits.md", "| MAX_SOURCE | 1000 |", "| MAX_SOURCE | many |", "'many' is not a number")]
    [InlineData("limits.md", "| TEXT | text | 2000 |", "| TEXT | text | 3001 |", "a default of TEXT is not between 100 and 3000")]
    [InlineData("limits.md", "| TEXT | text | 2000 | 1000 |", "| TEXT | text | 2000 | 99 |", "a default of TEXT is not between 100 and 3000")]
    public void A_mistake_is_refused(string file, string old, string replacement, string problem)
    {
        SmallSpec spec = new SmallSpec().With(file, old, replacement);
        SpecException e = Assert.Throws<SpecException>(spec.Generate);
        Assert.Matches(@"^\w+\.md:[1-9][0-9]*: ", e.Message);
        Assert.Contains(problem, e.Message);
    }

    [Theory]
    [InlineData("opcodes.md", "| 6 | RAISE | kind | [raise] -- ! |  |", 250, "| {0} | OP_{0} |  | -- |  |", null)]
    [InlineData("opcodes.md", "| 6 | RAISE | kind | [raise] -- ! |  |", 251, "| {0} | OP_{0} |  | -- |  |", "at most 250 opcodes")]
    [InlineData("errors.md", "| 2 | Exception | Second | '{0:T}' has no {1:N} |", 239, "| {0} | Exception | E{0} |  |", null)]
    [InlineData("errors.md", "| 2 | Exception | Second | '{0:T}' has no {1:N} |", 240, "| {0} | Exception | E{0} |  |", "number 240 is taken by the table before")]
    [InlineData("errors.md", "| 260 | Magic | not an image |", 511, "| {0} | E{0} |  |", null)]
    [InlineData("errors.md", "| 260 | Magic | not an image |", 512, "| {0} | E{0} |  |", "an error number is at most 511")]
    public void A_table_can_be_full_but_not_fuller(string file, string last, int highest, string row, string? problem)
    {
        int first = int.Parse(last.Split(' ')[1]) + 1;
        IEnumerable<string> rows = Enumerable.Range(first, highest - first + 1).Select(no => row.Replace("{0}", no.ToString()));
        SmallSpec spec = new SmallSpec().With(file, last, string.Join('\n', rows.Prepend(last)));
        if (problem is null)
            Assert.NotEmpty(spec.Generate());
        else
            Assert.Contains(problem, Assert.Throws<SpecException>(spec.Generate).Message);
    }

    // More numbers than fit a byte: the distances between the entries of a bucket still do.
    [Fact]
    public void A_hash_table_reaches_every_entry_once_by_distances_of_a_byte()
    {
        const int Count = 500, Buckets = 64;
        HashTable table = HashTable.Make(Buckets, Count, (no, factor) => no % 10 == 0 ? null : no * factor ^ (no * factor >> 4));
        Assert.Equal(Buckets, table.First.Length);
        Assert.All(table.Next, distance => Assert.InRange(distance, 0, 255));
        var seen = new List<int>();
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            for (int no = table.First[bucket]; no != 0; no = table.Next[no] == 0 ? 0 : no + table.Next[no])
            {
                Assert.Equal(bucket, (no * table.Factor ^ (no * table.Factor >> 4)) & (Buckets - 1));
                seen.Add(no);
            }
        }
        Assert.Equal(Enumerable.Range(1, Count - 1).Where(no => no % 10 != 0), seen.Order());
    }

    [Fact]
    public void An_error_names_the_line_of_the_row()
    {
        const string Row = "| 4 | JUMP | jumps |";
        SmallSpec spec = new SmallSpec().With("opcodes.md", "| 4 | JUMP | jump |", Row);
        SpecException e = Assert.Throws<SpecException>(spec.Generate);
        Assert.Equal($"opcodes.md:{spec.LineOf("opcodes.md", Row)}: 'jumps' is not a kind of operand", e.Message);
    }
}
