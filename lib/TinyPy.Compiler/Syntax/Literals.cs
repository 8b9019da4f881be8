// The values of number and string tokens. Invariant: strings come out as well-formed UTF-16, so they can be written as UTF-8 without loss.

using System.Globalization;
using System.Text;
using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

/// <summary>Turns the text of tokens that the scanner found well-formed into values.</summary>
internal static class Literals
{
    /// <summary>2^63, which fits only behind a minus sign.</summary>
    private const ulong MinusLimit = 1UL << 63;

    /// <summary>Whether a number token is an imaginary one.</summary>
    public static bool IsImaginary(string text) => text[^1] is 'j' or 'J';

    /// <summary>The number in front of the j of an imaginary one.</summary>
    public static double Imaginary(string text) =>
        double.Parse(text[..^1].Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The long or double of a number token; null for an integer beyond 64 bits.</summary>
    /// <param name="text">The token's text.</param>
    /// <param name="negated">A minus sign stands in front, so 2^63 is allowed, and the result is already negated.</param>
    public static object? Number(string text, bool negated)
    {
        string digits = text.Contains('_') ? text.Replace("_", string.Empty, StringComparison.Ordinal) : text;
        char kind = digits.Length > 1 ? char.ToLowerInvariant(digits[1]) : '\0';
        int radix = kind switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        if (radix == 10 && digits.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
        {
            double value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            return negated ? -value : value;
        }

        ulong result = 0;
        ulong limit = negated ? MinusLimit : MinusLimit - 1;
        for (int i = radix == 10 ? 0 : 2; i < digits.Length; i++)
        {
            ulong digit = (ulong)HexValue(digits[i]);
            if (result > (limit - digit) / (ulong)radix)
            {
                return null;
            }

            result = (result * (ulong)radix) + digit;
        }

        return negated ? unchecked(-(long)result) : (long)result;
    }

    /// <summary>Decodes the inside of a string literal, or of a literal piece of an f-string, and appends it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="token">The whole token, for messages.</param>
    /// <param name="start">The first offset to decode.</param>
    /// <param name="end">The offset behind the last.</param>
    /// <param name="raw">Backslashes stand for themselves.</param>
    /// <param name="output">Receives the text.</param>
    /// <exception cref="CompileException">An escape is malformed, or stands for something that TinyPy's text cannot hold.</exception>
    public static void DecodeText(SourceFile source, SourceSpan token, int start, int end, bool raw, StringBuilder output)
    {
        string text = source.Text;
        while (start < end)
        {
            int backslash = raw ? -1 : text.IndexOf('\\', start, end - start);
            int plainEnd = backslash < 0 ? end : backslash;
            output.Append(text, start, plainEnd - start);
            start = plainEnd;
            if (backslash >= 0)
            {
                start = DecodeEscape(source, token, start, end, isBytes: false, output);
            }
        }
    }

    /// <summary>Decodes the inside of a bytes literal and appends it, one char for each byte.</summary>
    /// <exception cref="CompileException">An escape is malformed, or a character is not ASCII.</exception>
    public static void DecodeBytes(SourceFile source, SourceSpan token, int start, int end, bool raw, StringBuilder output)
    {
        string text = source.Text;
        while (start < end)
        {
            char c = text[start];
            if (c >= 0x80)
            {
                throw Error(source, token, "bytes can only contain ASCII literal characters");
            }

            if (c == '\\' && !raw)
            {
                start = DecodeEscape(source, token, start, end, isBytes: true, output);
                continue;
            }

            output.Append(c);
            start++;
        }
    }

    // Returns the offset behind the escape. An unknown escape stands for itself, backslash included.
    private static int DecodeEscape(SourceFile source, SourceSpan token, int start, int end, bool isBytes, StringBuilder output)
    {
        string text = source.Text;
        char c = start + 1 < end ? text[start + 1] : '\\';
        switch (c)
        {
            case '\n':
                return start + 2;
            case '\\' or '\'' or '"':
                output.Append(c);
                return start + 2;
            case 'a':
                output.Append('\a');
                return start + 2;
            case 'b':
                output.Append('\b');
                return start + 2;
            case 'f':
                output.Append('\f');
                return start + 2;
            case 'n':
                output.Append('\n');
                return start + 2;
            case 'r':
                output.Append('\r');
                return start + 2;
            case 't':
                output.Append('\t');
                return start + 2;
            case 'v':
                output.Append('\v');
                return start + 2;
            case >= '0' and <= '7':
                return DecodeOctal(text, start + 1, end, isBytes, output);
            case 'x':
                return DecodeHex(source, token, start, end, 2, isBytes, output);
            case 'u' when !isBytes:
                return DecodeHex(source, token, start, end, 4, isBytes, output);
            case 'U' when !isBytes:
                return DecodeHex(source, token, start, end, 8, isBytes, output);
            case 'N' when !isBytes:
                throw new CompileException(new Diagnostic(
                    DiagnosticKind.Unsupported,
                    "named characters (\\N{...}) are not supported by TinyPy: write the character itself or \\uXXXX",
                    source,
                    new SourceSpan(start, Math.Min(start + 2, end))));
            default:
                output.Append('\\');
                return start + 1;
        }
    }

    private static int DecodeOctal(string text, int start, int end, bool isBytes, StringBuilder output)
    {
        int value = 0;
        int stop = Math.Min(start + 3, end);
        while (start < stop && text[start] is >= '0' and <= '7')
        {
            value = (value * 8) + text[start] - '0';
            start++;
        }

        output.Append((char)(isBytes ? value & 0xFF : value));
        return start;
    }

    private static int DecodeHex(SourceFile source, SourceSpan token, int start, int end, int digits, bool isBytes, StringBuilder output)
    {
        string text = source.Text;
        int offset = start + 2;
        uint value = 0;
        for (; offset < start + 2 + digits; offset++)
        {
            if (offset >= end || !char.IsAsciiHexDigit(text[offset]))
            {
                string letter = "\\" + text[start + 1] + new string('X', digits);
                int from = start - BodyStart(text, token);
                throw Error(source, token, isBytes
                    ? $"(value error) invalid \\x escape at position {from}"
                    : CannotDecode(from, offset - start) + $"truncated {letter} escape");
            }

            value = (value * 16) + (uint)HexValue(text[offset]);
        }

        if (isBytes)
        {
            output.Append((char)value);
        }
        else if (Rune.TryCreate(value, out Rune rune))
        {
            output.Append(rune.ToString());
        }
        else
        {
            int from = start - BodyStart(text, token);
            throw value > 0x10FFFF
                ? Error(source, token, CannotDecode(from, offset - start) + "illegal Unicode character")
                : new CompileException(new Diagnostic(
                    DiagnosticKind.Unsupported,
                    $"half of a surrogate pair (\\u{value:x4}) is not supported by TinyPy: write the whole character as \\UXXXXXXXX",
                    source,
                    new SourceSpan(start, offset)));
        }

        return offset;
    }

    private static string CannotDecode(int from, int length) =>
        $"(unicode error) 'unicodeescape' codec can't decode bytes in position {from}-{from + length - 1}: ";

    private static int HexValue(char c) => char.IsAsciiDigit(c) ? c - '0' : char.ToLowerInvariant(c) - 'a' + 10;

    private static int BodyStart(string text, SourceSpan token)
    {
        int start = token.Start;
        while (char.IsAsciiLetter(text[start]))
        {
            start++;
        }

        bool triple = start + 2 < token.End && text[start + 1] == text[start] && text[start + 2] == text[start];
        return start + (triple ? 3 : 1);
    }

    private static CompileException Error(SourceFile source, SourceSpan span, string message) =>
        new(new Diagnostic(DiagnosticKind.SyntaxError, message, source, span));
}
