// A syntax tree as one line of text, for comparing: (BinOp a Add 1). Lists are in brackets, what is missing is "-".

using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

/// <summary>Writes trees as s-expressions.</summary>
internal static class AstDump
{
    public static string Dump(Module module) => Items(module.Body);

    private static string Items<T>(ImmutableArray<T> nodes)
        where T : Node? => "[" + string.Join(' ', nodes.Select(node => Dump(node))) + "]";

    private static string Words(IEnumerable words)
    {
        StringBuilder output = new("[");
        foreach (object word in words)
        {
            output.Append(output.Length > 1 ? " " : string.Empty).Append(word);
        }

        return output.Append(']').ToString();
    }

    private static string Make(string name, params string[] parts) => parts.Length == 0 ? name : $"({name} {string.Join(' ', parts)})";

    public static string Dump(Node? node) => node switch
    {
        null => "-",
        Stmt statement => Statement(statement),
        Expr expression => Expression(expression),
        WithItem item => Make("item", Dump(item.ContextExpr), Dump(item.OptionalVars)),
        ExceptHandler handler => Make("except", Dump(handler.Type), handler.Name ?? "-", Items(handler.Body)),
        Alias alias => alias.AsName is null ? alias.Name : Make("as", alias.Name, alias.AsName),
        Keyword keyword => Make("kw", keyword.Name ?? "**", Dump(keyword.Value)),
        DictItem item => Make("pair", item.Key is null ? "**" : Dump(item.Key), Dump(item.Value)),
        Comprehension c => Make("for", Dump(c.Target), Dump(c.Iter), Items(c.Ifs)),
        Parameter parameter => parameter.Annotation is null ? parameter.Name : Make("arg", parameter.Name, Dump(parameter.Annotation)),
        Parameters p => Make(
            "params",
            Items(p.PosOnlyArgs),
            Items(p.Args),
            Dump(p.VarArg),
            Items(p.KwOnlyArgs),
            Items(p.KwDefaults),
            Dump(p.KwArg),
            Items(p.Defaults)),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string Statement(Stmt statement) => statement switch
    {
        FunctionDef f => Make("FunctionDef", f.Name, Dump(f.Parameters), Items(f.Body), Items(f.Decorators), Dump(f.Returns)),
        ClassDef c => Make("ClassDef", c.Name, Items(c.Bases), Items(c.Keywords), Items(c.Body), Items(c.Decorators)),
        Return r => Make("Return", Dump(r.Value)),
        Delete d => Make("Delete", Items(d.Targets)),
        Assign a => Make("Assign", Items(a.Targets), Dump(a.Value)),
        AugAssign a => Make("AugAssign", Dump(a.Target), a.Op.ToString(), Dump(a.Value)),
        AnnAssign a => Make("AnnAssign", Dump(a.Target), Dump(a.Annotation), Dump(a.Value), a.Simple ? "1" : "0"),
        For f => Make("For", Dump(f.Target), Dump(f.Iter), Items(f.Body), Items(f.OrElse)),
        While w => Make("While", Dump(w.Test), Items(w.Body), Items(w.OrElse)),
        If i => Make("If", Dump(i.Test), Items(i.Body), Items(i.OrElse)),
        With w => Make("With", Items(w.Items), Items(w.Body)),
        Raise r => Make("Raise", Dump(r.Exc), Dump(r.Cause)),
        Try t => Make("Try", Items(t.Body), Items(t.Handlers), Items(t.OrElse), Items(t.FinalBody)),
        AssertStmt a => Make("Assert", Dump(a.Test), Dump(a.Msg)),
        Import i => Make("Import", Items(i.Names)),
        ImportFrom i => Make("ImportFrom", i.Module ?? "-", Items(i.Names), i.Level.ToString(CultureInfo.InvariantCulture)),
        Global g => Make("Global", Words(g.Names)),
        Nonlocal n => Make("Nonlocal", Words(n.Names)),
        ExprStmt e => Make("Expr", Dump(e.Value)),
        Pass => "Pass",
        Break => "Break",
        Continue => "Continue",
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };

    private static string Expression(Expr expression) => expression switch
    {
        BoolOp b => Make("BoolOp", b.Op.ToString(), Items(b.Values)),
        NamedExpr n => Make("NamedExpr", Dump(n.Target), Dump(n.Value)),
        BinOp b => Make("BinOp", Dump(b.Left), b.Op.ToString(), Dump(b.Right)),
        UnaryOp u => Make("UnaryOp", u.Op.ToString(), Dump(u.Operand)),
        Lambda l => Make("Lambda", Dump(l.Parameters), Dump(l.Body)),
        IfExp i => Make("IfExp", Dump(i.Test), Dump(i.Body), Dump(i.OrElse)),
        DictExpr d => Make("Dict", Items(d.Items)),
        SetExpr s => Make("Set", Items(s.Elements)),
        ListComp c => Make("ListComp", Dump(c.Element), Items(c.Generators)),
        SetComp c => Make("SetComp", Dump(c.Element), Items(c.Generators)),
        DictComp c => Make("DictComp", Dump(c.Key), Dump(c.Value), Items(c.Generators)),
        GeneratorExp c => Make("GeneratorExp", Dump(c.Element), Items(c.Generators)),
        Yield y => Make("Yield", Dump(y.Value)),
        YieldFrom y => Make("YieldFrom", Dump(y.Value)),
        Compare c => Make("Compare", Dump(c.Left), Words(c.Ops), Items(c.Comparators)),
        Call c => Make("Call", Dump(c.Func), Items(c.Args), Items(c.Keywords)),
        JoinedStr j => Make("JoinedStr", Items(j.Values)),
        FormattedValue f => Make("FormattedValue", Dump(f.Value), f.Conversion == '\0' ? "-" : f.Conversion.ToString(), Dump(f.FormatSpec)),
        Constant c => Value(c.Value),
        Imaginary i => Make("Imaginary", Value(i.Value)),
        AttributeExpr a => Make("Attribute", Dump(a.Value), a.Attr),
        Subscript s => Make("Subscript", Dump(s.Value), Dump(s.Index)),
        Starred s => Make("Starred", Dump(s.Value)),
        Name n => n.Id,
        ListExpr l => Make("List", Items(l.Elements)),
        TupleExpr t => Make("Tuple", Items(t.Elements)),
        Slice s => Make("Slice", Dump(s.Lower), Dump(s.Upper), Dump(s.Step)),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private static string Value(object? value) => value switch
    {
        null => "None",
        bool b => b ? "True" : "False",
        long i => i.ToString(CultureInfo.InvariantCulture),
        double d => "f" + (Math.Abs(d) is >= 1e-4 and < 1e15
            ? d.ToString("R", CultureInfo.InvariantCulture)
            : BitConverter.DoubleToInt64Bits(d).ToString("x16", CultureInfo.InvariantCulture)),
        string s => Quote(s.Select(c => (int)c), '\''),
        byte[] b => Quote(b.Select(x => (int)x), '"'),
        _ => "...",
    };

    private static string Quote(IEnumerable<int> units, char quote)
    {
        StringBuilder output = new();
        output.Append(quote);
        foreach (int unit in units)
        {
            if (unit is < 0x20 or >= 0x7F || unit == quote || unit == '\\')
            {
                output.Append(CultureInfo.InvariantCulture, $"\\{unit:x2}");
            }
            else
            {
                output.Append((char)unit);
            }
        }

        return output.Append(quote).ToString();
    }
}
