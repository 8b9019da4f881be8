// A source file as the compiler sees it: decoded, without byte order mark, every line ending turned into "\n", and a table of line starts.
// Invariant: Text is well-formed UTF-16 and holds no carriage return; when Error is set, Text holds what could be kept for display.

using System.Text;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Diagnostics;

/// <summary>Source text with the mapping from offsets to lines and columns.</summary>
public sealed class SourceFile
{
    private readonly int[] _lineStarts;

    private SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = FindLines(text);
    }

    /// <summary>The name shown in diagnostics and tracebacks.</summary>
    public string Path { get; }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Why the bytes are no source text (too large, not UTF-8, NUL), or null.</summary>
    public Diagnostic? Error { get; private init; }

    /// <summary>The number of lines; a text without a final newline ends in a line as well.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Decodes a file's bytes. Never throws for any content: see <see cref="Error"/>.</summary>
    public static SourceFile FromBytes(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SyntaxLimits.MaxSourceBytes)
        {
            return Failed(path, string.Empty, default, TooLarge(bytes.Length));
        }

        int skip = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        int valid = ValidPrefix(bytes[skip..]) + skip;
        string text = Normalise(Encoding.UTF8.GetString(bytes[skip..valid]));
        if (valid < bytes.Length && bytes.Contains((byte)0))
        {
            return Failed(path, string.Empty, default, "this is a binary file, not source text: give a script, or an image that tinypy built");
        }

        if (valid < bytes.Length)
        {
            SourceSpan span = new(text.Length, text.Length);
            return Failed(path, text, span, $"source is not valid UTF-8 at byte {valid}: save the file as UTF-8 text");
        }

        return Checked(path, text);
    }

    /// <summary>Takes text that is in memory already. Never throws for any content: see <see cref="Error"/>.</summary>
    public static SourceFile FromText(string path, string text)
    {
        int lone = LoneSurrogate(text);
        if (lone >= 0)
        {
            string head = Normalise(text[..lone]);
            SourceSpan span = new(head.Length, head.Length);
            return Failed(path, head, span, $"source is not valid Unicode at offset {lone}: it holds half of a surrogate pair");
        }

        // A UTF-16 unit is at least one byte of UTF-8, so most files are measured by their length alone.
        int size = text.Length > SyntaxLimits.MaxSourceBytes ? text.Length : Encoding.UTF8.GetByteCount(text);
        if (size > SyntaxLimits.MaxSourceBytes)
        {
            return Failed(path, string.Empty, default, TooLarge(size));
        }

        return Checked(path, Normalise(text.StartsWith('\uFEFF') ? text[1..] : text));
    }

    /// <summary>The 1-based line of an offset; offsets past the end belong to the last line.</summary>
    public int LineOf(int offset)
    {
        int index = Array.BinarySearch(_lineStarts, offset);
        return index >= 0 ? index + 1 : Math.Max(1, ~index);
    }

    /// <summary>The 1-based line and column of an offset; columns count code points.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        int line = LineOf(offset);
        int column = 1;
        for (int i = _lineStarts[line - 1]; i < offset; i++)
        {
            if (!char.IsLowSurrogate(Text[i]))
            {
                column++;
            }
        }

        return (line, column);
    }

    /// <summary>The offset at which a 1-based line starts.</summary>
    public int LineStart(int line) => _lineStarts[Math.Clamp(line, 1, _lineStarts.Length) - 1];

    /// <summary>The text of a 1-based line without its newline; empty for a line that does not exist.</summary>
    public string LineText(int line)
    {
        if (line < 1 || line > _lineStarts.Length)
        {
            return string.Empty;
        }

        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Text.Length;
        return Text[start..end];
    }

    private static SourceFile Checked(string path, string text)
    {
        int nul = text.IndexOf('\0');
        return nul < 0
            ? new SourceFile(path, text)
            : Failed(path, text, new SourceSpan(nul, nul + 1), "source code cannot contain null bytes");
    }

    private static SourceFile Failed(string path, string text, SourceSpan span, string message)
    {
        SourceFile bare = new(path, text);
        return new SourceFile(path, text) { Error = new Diagnostic(DiagnosticKind.SyntaxError, message, bare, span) };
    }

    private static string TooLarge(int size) => $"source is too large: {size} bytes, at most {SyntaxLimits.MaxSourceBytes} are allowed";

    private static string Normalise(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        int offset = 0;
        while (offset < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[offset..], out _, out int used) != System.Buffers.OperationStatus.Done)
            {
                return offset;
            }

            offset += used;
        }

        return offset;
    }

    private static int LoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    private static int[] FindLines(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
