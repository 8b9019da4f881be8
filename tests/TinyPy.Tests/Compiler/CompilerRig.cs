// Compiles snippets for the tests of the compiler, and lists code in a form that fits in a test: one instruction a line, jumps by label.
// It reads images through ImageReader and the opcode table only, not through the disassembler.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Compiler;

internal static class CompilerRig
{
    public static CompileResult Compile(string source, CompileOptions? options = null, params (string Name, string Source)[] modules)
    {
        SourceFile? Find(string name) =>
            modules.FirstOrDefault(m => m.Name == name) is { Source: { } text } ? SourceFile.FromText(name + ".py", text) : null;
        return Compilation.Compile(new CompileRequest(SourceFile.FromText("main.py", source), Find, options ?? CompileOptions.Default));
    }

    public static ProgramImage Image(string source, CompileOptions? options = null, params (string Name, string Source)[] modules)
    {
        CompileResult result = Compile(source, options, modules);
        Assert.Empty(result.Diagnostics.Select(d => d.Render()));
        return ImageReader.Read(result.Image!);
    }

    /// <summary>A script of the repository, with the modules beside it.</summary>
    public static CompileResult CompileFile(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        return Compilation.Compile(new CompileRequest(
            SourceFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path)),
            name => Path.Combine(folder, name + ".py") is var module && File.Exists(module) ? SourceFile.FromBytes(name + ".py", File.ReadAllBytes(module)) : null,
            CompileOptions.Default));
    }

    /// <summary>Every script under tests/scripts that a test may run on its own.</summary>
    public static IEnumerable<string> Scripts() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests/scripts"), "*.py", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "record.py" && Path.GetFileName(Path.GetDirectoryName(f)) is not ("imports" or "modules"))
            .Order(StringComparer.Ordinal);

    /// <summary>The code of one function; a label stands in front of an instruction that something jumps to.</summary>
    public static string List(ProgramImage image, int function = 0)
    {
        ImageFunction unit = image.Functions[function];
        SortedSet<int> targets = [];
        foreach ((int offset, OpInfo op) in Instructions(unit.Code))
        {
            int at = offset + 1;
            foreach (OperandKind kind in op.Operands)
            {
                if (kind == OperandKind.Jump)
                    targets.Add(offset + Length(op) + Read(unit.Code, at, 2));
                at += OpInfo.SizeOf(kind);
            }
        }
        targets.UnionWith(unit.Regions.Where(r => !r.IsContext).Select(r => r.Target));
        List<int> labels = [.. targets];
        StringBuilder text = new();
        foreach ((int offset, OpInfo op) in Instructions(unit.Code))
        {
            if (labels.IndexOf(offset) is >= 0 and int label)
                text.Append('L').Append(label).Append(": ");
            text.Append(op.Name);
            int at = offset + 1;
            foreach (OperandKind kind in op.Operands)
            {
                int value = Read(unit.Code, at, OpInfo.SizeOf(kind));
                text.Append(' ').Append(kind switch
                {
                    OperandKind.Int8 => ((sbyte)value).ToString(),
                    OperandKind.Jump => "L" + labels.IndexOf(offset + Length(op) + value),
                    OperandKind.Name => image.NameText(value),
                    OperandKind.Builtin => BuiltinInfo.All[value]!.QualifiedName,
                    OperandKind.Static or OperandKind.Static16 => value < image.Constants.Count ? Constant(image, value) : "g" + (value - image.Constants.Count),
                    _ => value.ToString(),
                });
                at += OpInfo.SizeOf(kind);
            }
            text.Append('\n');
        }
        return text.ToString().TrimEnd();
    }

    public static IEnumerable<(int Offset, OpInfo Op)> Instructions(byte[] code)
    {
        for (int offset = 0; offset < code.Length;)
        {
            OpInfo op = OpInfo.All[code[offset]]!;
            yield return (offset, op);
            offset += Length(op);
        }
    }

    private static int Length(OpInfo op) => 1 + op.Operands.Sum(OpInfo.SizeOf);

    private static int Read(byte[] code, int at, int size) => size == 1 ? code[at] : (short)(code[at] | code[at + 1] << 8);

    private static string Constant(ProgramImage image, int number) => image.Constants[number] switch
    {
        ImageConstant.Int i => i.Value.ToString(),
        ImageConstant.Float f => f.Value.ToString("R"),
        ImageConstant.Str s => "'" + s.Value + "'",
        ImageConstant.Bytes b => "b" + Convert.ToHexString(b.Value),
        ImageConstant.Tuple t => "(" + string.Join(", ", t.Items.Select(i => Constant(image, i))) + ")",
        ImageConstant.NameList n => "<" + string.Join(", ", n.Numbers.Select(image.NameText)) + ">",
        ImageConstant.Builtin b => BuiltinInfo.All[b.Number]!.Name,
        _ => "unbound",
    };
}
