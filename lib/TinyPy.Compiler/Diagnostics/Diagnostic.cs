// One finding of the compiler, and how it is shown. Invariant: a diagnostic knows its file, so it can always be rendered with line and
// caret.

using System.Globalization;
using System.Text;

namespace TinyPy.Compiler.Diagnostics;

/// <summary>What sort of error a diagnostic is; decides the word in front of the message.</summary>
public enum DiagnosticKind
{
    /// <summary>Not Python.</summary>
    SyntaxError,

    /// <summary>Python's IndentationError.</summary>
    IndentationError,

    /// <summary>Python's TabError.</summary>
    TabError,

    /// <summary>Python, but outside TinyPy's subset. Shown as SyntaxError; the message names the feature.</summary>
    Unsupported,

    /// <summary>A cap of the compiler or the image was exceeded. Shown as SyntaxError.</summary>
    Limit,

    /// <summary>A name that cannot be resolved.</summary>
    NameError,

    /// <summary>A module or an imported name that does not exist.</summary>
    ImportError,

    /// <summary>Something the policy or the board does not grant.</summary>
    PolicyError,
}

/// <summary>An error with its place. Columns are 1-based and count code points.</summary>
/// <param name="Kind">The sort of error.</param>
/// <param name="Message">One sentence without a full stop.</param>
/// <param name="Source">The file.</param>
/// <param name="Span">The place in the file; may be empty.</param>
public sealed record Diagnostic(DiagnosticKind Kind, string Message, SourceFile Source, SourceSpan Span)
{
    // A line of a megabyte helps nobody: the caret line is shown for what an editor would show.
    private const int MaxShownLine = 200;

    /// <summary>The 1-based line.</summary>
    public int Line => Source.Locate(Span.Start).Line;

    /// <summary>The 1-based column in code points.</summary>
    public int Column => Source.Locate(Span.Start).Column;

    /// <summary>The word in front of the message: the Python exception, or TinyPy's own for what Python does not know.</summary>
    public string Label => Kind switch
    {
        DiagnosticKind.IndentationError => "IndentationError",
        DiagnosticKind.TabError => "TabError",
        DiagnosticKind.NameError => "NameError",
        DiagnosticKind.ImportError => "ImportError",
        DiagnosticKind.PolicyError => "PolicyError",
        _ => "SyntaxError",
    };

    /// <summary>
    /// <c>path:line:column: SyntaxError: message</c>, then the source line and a line of carets under the span, if the line can be shown.
    /// Lines are separated by "\n"; there is no final newline.
    /// </summary>
    public string Render()
    {
        (int line, int column) = Source.Locate(Span.Start);
        StringBuilder output = new();
        output.Append(CultureInfo.InvariantCulture, $"{Source.Path}:{line}:{column}: {Label}: {Message}");
        string text = Source.LineText(line);
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxShownLine)
        {
            return output.ToString();
        }

        int lineStart = Source.LineStart(line);
        int indent = text.Length - text.TrimStart().Length;
        int start = Math.Clamp(Span.Start - lineStart, indent, text.Length);
        int end = Math.Clamp(Span.End - lineStart, start, text.Length);
        output.Append("\n    ");
        foreach (char c in text.AsSpan(indent).TrimEnd())
        {
            output.Append(char.IsControl(c) && c != '\t' ? '?' : c);
        }

        output.Append("\n    ");
        for (int i = indent; i < start; i++)
        {
            if (!char.IsLowSurrogate(text[i]))
            {
                output.Append(text[i] == '\t' ? '\t' : ' ');
            }
        }

        int carets = 0;
        for (int i = start; i < end; i++)
        {
            carets += char.IsLowSurrogate(text[i]) ? 0 : 1;
        }

        return output.Append('^', Math.Max(1, carets)).ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Render();
}
