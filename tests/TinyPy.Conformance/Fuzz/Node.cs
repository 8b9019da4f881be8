// A piece of a random program: an expression, a statement or a block. Invariant: a node renders to valid Python whichever of the replacements and
// removals that Variants offers were made before.
using System.Text;

namespace TinyPy.Conformance.Fuzz;

/// <summary>What a node is, which decides what may take its place.</summary>
public enum NodeKind
{
    /// <summary>A value: any other value may take its place.</summary>
    Expression,

    /// <summary>A statement of one or more lines; its blocks are indented.</summary>
    Statement,

    /// <summary>Statements, any of which can go.</summary>
    Block,
}

/// <summary>A node. <paramref name="Text"/> holds a <c>$</c> for each child in order.</summary>
public sealed record Node(NodeKind Kind, string Text, IReadOnlyList<Node> Children)
{
    /// <summary>Nodes in the tree.</summary>
    public int Size => 1 + Children.Sum(c => c.Size);

    /// <summary>A value.</summary>
    public static Node Value(string text, params Node[] children) => new(NodeKind.Expression, text, children);

    /// <summary>A statement.</summary>
    public static Node Line(string text, params Node[] children) => new(NodeKind.Statement, text, children);

    /// <summary>A block.</summary>
    public static Node Block(IEnumerable<Node> statements) => new(NodeKind.Block, string.Empty, [.. statements]);

    /// <summary>The source.</summary>
    public string Render()
    {
        StringBuilder output = new();
        Render(output, 0);
        return output.ToString();
    }

    /// <summary>Smaller programs of the same shape: one removal or replacement each.</summary>
    public IEnumerable<Node> Variants()
    {
        if (Kind == NodeKind.Block)
        {
            for (int part = Children.Count / 2; part >= 1; part /= 2)
            {
                for (int i = 0; i + part <= Children.Count; i += part)
                    yield return this with { Children = [.. Children.Take(i), .. Children.Skip(i + part)] };
            }
        }
        else if (Kind == NodeKind.Expression && Children.Count > 0)
        {
            foreach (Node child in Children.Where(c => c.Kind == NodeKind.Expression))
                yield return child;
            yield return Value("0");
        }
        else if (Kind == NodeKind.Expression && Text.Length > 1 && Text != "0" && !Text.StartsWith('v'))
        {
            yield return Value("0");
        }

        for (int i = 0; i < Children.Count; i++)
        {
            foreach (Node variant in Children[i].Variants())
                yield return this with { Children = [.. Children.Take(i), variant, .. Children.Skip(i + 1)] };
        }
    }

    private void Render(StringBuilder output, int indent)
    {
        if (Kind == NodeKind.Block)
        {
            if (Children.Count == 0)
                Begin(output, indent).Append("pass\n");
            foreach (Node statement in Children)
                statement.Render(output, indent);
            return;
        }

        int next = 0;
        string[] lines = Text.Split('\n');
        foreach (string line in lines)
        {
            int deeper = line.TakeWhile(c => c == ' ').Count() / 4;
            if (Kind == NodeKind.Statement && line.Trim() == "$" && Children[next].Kind == NodeKind.Block)
            {
                Children[next++].Render(output, indent + deeper);
                continue;
            }

            if (Kind == NodeKind.Statement)
                Begin(output, indent);
            for (int i = 0; i < line.Length; i++)
            {
                if (line[i] != '$')
                {
                    output.Append(line[i]);
                    continue;
                }

                // 0.upper is no attribute of 0.
                Node child = Children[next++];
                bool isNumber = child.Children.Count == 0 && child.Text.Length > 0 && char.IsAsciiDigit(child.Text[0]) && i + 1 < line.Length && line[i + 1] == '.';
                output.Append(isNumber ? "(" : string.Empty);
                child.Render(output, indent);
                output.Append(isNumber ? ")" : string.Empty);
            }

            if (Kind == NodeKind.Statement)
                output.Append('\n');
        }
    }

    private static StringBuilder Begin(StringBuilder output, int indent) => output.Append(' ', indent * 4);
}
