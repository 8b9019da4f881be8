// What Ast.cs promises about every tree: spans lie in the file and children inside their parents, arrays are never default, heights are true.

using System.Collections;
using System.Reflection;

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Tests.Syntax;

public class TreeInvariantTests
{
    // Returns the height of the expressions below a node that is evaluated with it.
    private static int Check(object? value, SourceSpan around)
    {
        switch (value)
        {
            case Node node:
                int below = CheckNode(node, around);
                if (node is not Expr expression)
                {
                    return below;
                }

                Assert.True(expression.Height > below, $"{node.GetType().Name} is {expression.Height} high above {below}");
                Assert.InRange(expression.Height, 1, SyntaxLimits.MaxExpressionHeight);
                return expression.Height;
            case IEnumerable items and not (string or byte[]):
                Assert.NotEqual(true, items.GetType().GetProperty("IsDefault")?.GetValue(items));
                return items.Cast<object?>().Select(item => Check(item, around)).DefaultIfEmpty(0).Max();
            default:
                return 0;
        }
    }

    private static int CheckNode(Node node, SourceSpan around)
    {
        string name = node.GetType().Name;
        Assert.True(node.Span.Start >= around.Start && node.Span.End <= around.End, $"{name} {node.Span} is outside {around}");
        Assert.True(node.Span.End >= node.Span.Start, $"{name} {node.Span} is reversed");

        // A decorator stands in front of what it decorates, and CPython's spans start at "def" as well.
        SourceSpan inside = node is FunctionDef or ClassDef ? around : node.Span;
        int height = 0;
        foreach (PropertyInfo property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.Name is not (nameof(Expr.Height) or nameof(Node.Span)))
            {
                int below = Check(property.GetValue(node), inside);
                height = property.Name == nameof(Parameter.Annotation) ? height : Math.Max(height, below);
            }
        }

        return height;
    }

    [Theory]
    [InlineData("trees.txt")]
    [InlineData("mutations.txt")]
    public void Trees_keep_their_promises(string file)
    {
        int trees = 0;
        foreach ((string source, _) in SyntaxData.Read(file))
        {
            if (SyntaxData.Parse(source).Module is { } module)
            {
                Assert.InRange(Check(module.Body, module.Span), 0, SyntaxLimits.MaxExpressionHeight);
                trees++;
            }
        }

        Assert.True(trees > 50);
    }

    [Fact]
    public void Heights_of_known_trees()
    {
        (string Source, int Height)[] cases =
        [
            ("a", 1), ("-a", 2), ("a + b", 2), ("a + b + c", 3), ("a + (b + (c + d))", 4), ("a.b(c)[d]", 4), ("f(g(h(x)), k=1)", 4), ("[1, [2, [3]]]", 4),
            ("lambda a=b.c: d", 3), ("f'{a:{b.c}}'", 6), ("[a for b in c.d if e]", 3), ("{a: b, **c.d.e}", 4), ("a[b:c.d]", 4), ("a if b else c", 2),
        ];
        foreach ((string source, int height) in cases)
        {
            ExprStmt statement = Assert.IsType<ExprStmt>(Assert.Single(SyntaxData.Parse(source).Module!.Body));
            Assert.True(statement.Value.Height == height, $"{source}: {statement.Value.Height}");
        }
    }
}
