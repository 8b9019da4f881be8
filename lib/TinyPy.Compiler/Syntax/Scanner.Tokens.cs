// The tokens with an inside: names and keywords, numbers, strings. Only their extent is found here; Literals turns them into values.

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

internal sealed partial class Scanner
{
    private static readonly string[] NumberFollowers = ["and", "else", "for", "if", "in", "is", "not", "or"];

    private void ScanNameOrString()
    {
        int start = _position;
        bool ascii = true;
        while (_position < _end && IsNamePart(_text[_position]))
        {
            ascii &= _text[_position] < 0x80;
            _position++;
        }

        int length = _position - start;
        if (length <= 2 && Current is '"' or '\'' && IsStringPrefix(start, length))
        {
            ScanString(start);
            return;
        }

        if (length <= 2 && Current is '"' or '\'' && _text.AsSpan(start, length) is "t" or "T" or "tr" or "rt")
        {
            throw Error(new SourceSpan(start, _position), "template strings (t\"...\") are not supported by TinyPy: use an f-string", DiagnosticKind.Unsupported);
        }

        if (!ascii)
        {
            if (Identifiers.FindProblem(_text, start, _position) is var (span, message))
            {
                throw Error(span, message);
            }
        }
        else if (length <= 8)
        {
            Add(KeywordOrName(_text.AsSpan(start, length)), start, _position);
            return;
        }

        // Code points are at most as many as UTF-16 units.
        if (length > SyntaxLimits.MaxIdentifier && CodePoints(start, _position) > SyntaxLimits.MaxIdentifier)
        {
            throw Error(
                new SourceSpan(start, _position),
                $"identifier is too long: at most {SyntaxLimits.MaxIdentifier} characters are allowed",
                DiagnosticKind.Limit);
        }

        Add(TokenKind.Name, start, _position);
    }

    private static TokenKind KeywordOrName(ReadOnlySpan<char> text) => text switch
    {
        "False" => TokenKind.False,
        "None" => TokenKind.None,
        "True" => TokenKind.True,
        "and" => TokenKind.And,
        "as" => TokenKind.As,
        "assert" => TokenKind.Assert,
        "async" => TokenKind.Async,
        "await" => TokenKind.Await,
        "break" => TokenKind.Break,
        "class" => TokenKind.Class,
        "continue" => TokenKind.Continue,
        "def" => TokenKind.Def,
        "del" => TokenKind.Del,
        "elif" => TokenKind.Elif,
        "else" => TokenKind.Else,
        "except" => TokenKind.Except,
        "finally" => TokenKind.Finally,
        "for" => TokenKind.For,
        "from" => TokenKind.From,
        "global" => TokenKind.Global,
        "if" => TokenKind.If,
        "import" => TokenKind.Import,
        "in" => TokenKind.In,
        "is" => TokenKind.Is,
        "lambda" => TokenKind.Lambda,
        "nonlocal" => TokenKind.Nonlocal,
        "not" => TokenKind.Not,
        "or" => TokenKind.Or,
        "pass" => TokenKind.Pass,
        "raise" => TokenKind.Raise,
        "return" => TokenKind.Return,
        "try" => TokenKind.Try,
        "while" => TokenKind.While,
        "with" => TokenKind.With,
        "yield" => TokenKind.Yield,
        _ => TokenKind.Name,
    };

    private bool IsStringPrefix(int start, int length)
    {
        char first = char.ToLowerInvariant(_text[start]);
        if (length == 1)
        {
            return first is 'r' or 'b' or 'u' or 'f';
        }

        char second = char.ToLowerInvariant(_text[start + 1]);
        return (first, second) is ('r', 'b') or ('b', 'r') or ('r', 'f') or ('f', 'r');
    }

    private int CodePoints(int start, int end)
    {
        int count = 0;
        for (int i = start; i < end; i++)
        {
            count += char.IsLowSurrogate(_text[i]) ? 0 : 1;
        }

        return count;
    }

    private void ScanNumber()
    {
        int start = _position;
        char kind = char.ToLowerInvariant(Peek(1));
        if (Current == '0' && kind is 'x' or 'o' or 'b')
        {
            ScanBasedInteger(kind);
        }
        else
        {
            ScanDecimal(start);
        }

        if (_position - start > SyntaxLimits.MaxLiteralBytes)
        {
            throw Error(
                new SourceSpan(start, _position),
                $"number is too long: at most {SyntaxLimits.MaxLiteralBytes} characters are allowed",
                DiagnosticKind.Limit);
        }

        Add(TokenKind.Number, start, _position);
    }

    private void ScanBasedInteger(char kind)
    {
        string name = kind switch { 'x' => "hexadecimal", 'o' => "octal", _ => "binary" };
        _position += 2;
        do
        {
            if (Current == '_')
            {
                _position++;
            }

            if (!IsDigit(Current, kind))
            {
                throw char.IsAsciiDigit(Current)
                    ? Error(new SourceSpan(_position, _position + 1), $"invalid digit '{Current}' in {name} literal")
                    : Error(new SourceSpan(_position - 1, _position), $"invalid {name} literal");
            }

            while (IsDigit(Current, kind))
            {
                _position++;
            }
        }
        while (Current == '_');

        if (char.IsAsciiDigit(Current))
        {
            throw Error(new SourceSpan(_position, _position + 1), $"invalid digit '{Current}' in {name} literal");
        }

        CheckNumberEnd(name);
    }

    private static bool IsDigit(char c, char kind) => kind switch
    {
        'x' => char.IsAsciiHexDigit(c),
        'o' => c is >= '0' and <= '7',
        'b' => c is '0' or '1',
        _ => char.IsAsciiDigit(c),
    };

    private void ScanDecimal(int start)
    {
        bool isFloat = false;
        if (Current != '.')
        {
            SkipDecimalDigits();
        }

        bool leadingZero = _text[start] == '0' && _text.AsSpan(start, _position - start).IndexOfAnyInRange('1', '9') > 0;
        if (Current == '.')
        {
            isFloat = true;
            _position++;
            if (char.IsAsciiDigit(Current))
            {
                SkipDecimalDigits();
            }
        }

        if (Current is 'e' or 'E')
        {
            int sign = Peek(1) is '+' or '-' ? 1 : 0;
            if (char.IsAsciiDigit(Peek(1 + sign)))
            {
                isFloat = true;
                _position += 1 + sign;
                SkipDecimalDigits();
            }
            else if (sign == 1)
            {
                throw Error(new SourceSpan(_position, _position + 1), "invalid decimal literal");
            }
        }

        if (Current is 'j' or 'J')
        {
            _position++;
            CheckNumberEnd("imaginary");
            return;
        }

        if (leadingZero && !isFloat)
        {
            int zeros = start;
            while (_text[zeros] is '0' or '_')
            {
                zeros++;
            }

            throw Error(
                new SourceSpan(start, Math.Max(zeros, start + 1)),
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        }

        CheckNumberEnd("decimal");
    }

    private void SkipDecimalDigits()
    {
        while (true)
        {
            while (char.IsAsciiDigit(Current))
            {
                _position++;
            }

            if (Current != '_')
            {
                return;
            }

            if (!char.IsAsciiDigit(Peek(1)))
            {
                throw Error(new SourceSpan(_position, _position + 1), "invalid decimal literal");
            }

            _position++;
        }
    }

    // A number may touch a keyword ("1if x else 2"), but nothing else that looks like a name.
    private void CheckNumberEnd(string name)
    {
        if (_position >= _end || !IsNamePart(Current) || char.IsAsciiDigit(Current))
        {
            return;
        }

        foreach (string word in NumberFollowers)
        {
            if (string.CompareOrdinal(_text, _position, word, 0, word.Length) == 0)
            {
                return;
            }
        }

        throw Error(new SourceSpan(_position - 1, _position), $"invalid {name} literal");
    }

    private void ScanString(int start)
    {
        char quote = Current;
        bool triple = Peek(1) == quote && Peek(2) == quote;
        _position += triple ? 3 : 1;
        while (true)
        {
            char c = Current;
            if (_position >= _end || (c == '\n' && !triple))
            {
                int detected = _source.LineOf(Math.Max(start, triple ? _end - 1 : _position));
                SourceSpan span = new(start, triple ? start + 1 : Math.Min(_position, _end));
                throw Error(span, $"unterminated {(triple ? "triple-quoted string" : "string")} literal (detected at line {detected})");
            }

            if (c == '\\')
            {
                _position = Math.Min(_position + 2, _end);
            }
            else if (c == quote && (!triple || (Peek(1) == quote && Peek(2) == quote)))
            {
                _position += triple ? 3 : 1;
                break;
            }
            else
            {
                _position++;
            }
        }

        Add(TokenKind.String, start, _position);
    }
}
