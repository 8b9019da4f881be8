// String literals: implicit concatenation, and f-strings by the rules of Python 3.11, where a field cannot hold a backslash, a comment or
// the string's own quote.

using System.Collections.Immutable;
using System.Text;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    private const int MaxSpecNesting = 2;

    private Expr ParseStrings()
    {
        int start = Current.Start;
        FormatBuilder output = new();
        bool? isBytes = null;
        bool isFormatted = false;
        while (Kind == TokenKind.String)
        {
            Token token = Next();
            (bool bytes, bool raw, bool formatted, int bodyStart, int bodyEnd) = ReadPrefix(token);
            if (isBytes is not null && isBytes != bytes)
            {
                throw Error(From(start), "cannot mix bytes and nonbytes literals");
            }

            isBytes = bytes;
            isFormatted |= formatted;
            if (bytes)
            {
                Literals.DecodeBytes(_source, token.Span, bodyStart, bodyEnd, raw, output.Pending(token.Start));
            }
            else if (!formatted)
            {
                Literals.DecodeText(_source, token.Span, bodyStart, bodyEnd, raw, output.Pending(token.Start));
            }
            else
            {
                FormatReader reader = new(token.Span, bodyStart, bodyEnd, raw);
                ParseFormatted(reader, output, nesting: 0);
            }

            output.End = token.End;
            if (output.Size > SyntaxLimits.MaxLiteralBytes)
            {
                throw TooMany(From(start), "string literal is too long", SyntaxLimits.MaxLiteralBytes, "bytes ");
            }
        }

        if (isFormatted)
        {
            return output.Build(From(start), Above);
        }

        string text = output.Pending(start).ToString();
        return new Constant(From(start), isBytes == true ? Encoding.Latin1.GetBytes(text) : text);
    }

    private (bool IsBytes, bool IsRaw, bool IsFormatted, int Start, int End) ReadPrefix(Token token)
    {
        bool bytes = false;
        bool raw = false;
        bool formatted = false;
        int start = token.Start;
        for (; char.IsAsciiLetter(_text[start]); start++)
        {
            char letter = char.ToLowerInvariant(_text[start]);
            bytes |= letter == 'b';
            raw |= letter == 'r';
            formatted |= letter == 'f';
        }

        bool triple = token.End - start >= 6 && _text[start + 1] == _text[start] && _text[start + 2] == _text[start];
        int quotes = triple ? 3 : 1;
        return (bytes, raw, formatted, start + quotes, token.End - quotes);
    }

    // Literal text and fields up to the end of the string, or, in a format spec, up to the brace that closes its field.
    private void ParseFormatted(FormatReader reader, FormatBuilder output, int nesting)
    {
        while (reader.Position < reader.End)
        {
            int start = reader.Position;
            int stop = FindBrace(reader);
            Literals.DecodeText(_source, reader.Token, start, stop, reader.Raw, output.Pending(start));
            output.End = stop;
            reader.Position = stop;
            if (stop >= reader.End)
            {
                return;
            }

            char brace = _text[stop];
            bool doubled = nesting == 0 && stop + 1 < reader.End && _text[stop + 1] == brace;
            if (doubled)
            {
                output.Pending(start).Append(brace);
                reader.Position += 2;
                continue;
            }

            if (brace == '}')
            {
                if (nesting > 0)
                {
                    return;
                }

                throw Error(new SourceSpan(stop, stop + 1), "f-string: single '}' is not allowed");
            }

            if (nesting >= MaxSpecNesting)
            {
                throw Error(new SourceSpan(stop, stop + 1), "f-string: expressions nested too deeply");
            }

            ParseField(reader, output, nesting);
        }
    }

    // The next brace that is not the one of a "\N{...}" or "\{" escape's own.
    private int FindBrace(FormatReader reader)
    {
        int i = reader.Position;
        while (i < reader.End && _text[i] is not ('{' or '}'))
        {
            if (_text[i] == '\\' && !reader.Raw && i + 1 < reader.End)
            {
                if (_text[i + 1] is '{' or '}')
                {
                    return i + 1;
                }

                i++;
            }

            i++;
        }

        return Math.Min(i, reader.End);
    }

    private void ParseField(FormatReader reader, FormatBuilder output, int nesting)
    {
        int open = reader.Position;
        int start = open + 1;
        int end = FindFieldEnd(start, reader);
        Expr value = ParseFieldExpression(start, end);
        reader.Position = end;
        string? debugText = null;
        if (_text[end] == '=')
        {
            do
            {
                reader.Position++;
            }
            while (reader.Position < reader.End && _text[reader.Position] is ' ' or '\t' or '\n' or '\f' or '\v');
            debugText = _text[start..reader.Position];
            output.Pending(open).Append(debugText);
            output.End = reader.Position;
        }

        char conversion = ParseConversion(reader);
        JoinedStr? spec = null;
        if (reader.Position < reader.End && _text[reader.Position] == ':')
        {
            int specStart = ++reader.Position;
            FormatBuilder inner = new();
            ParseFormatted(reader, inner, nesting + 1);
            inner.End = reader.Position;
            spec = inner.Build(new SourceSpan(specStart, reader.Position), Above);
            output.Size += inner.Size;
        }

        if (reader.Position >= reader.End || _text[reader.Position] != '}')
        {
            throw Error(new SourceSpan(open, open + 1), "f-string: expecting '}'");
        }

        reader.Position++;
        if (debugText is not null && conversion == '\0' && spec is null)
        {
            conversion = 'r';
        }

        int height = Above(value, spec);
        output.Add(new FormattedValue(new SourceSpan(open, reader.Position), value, conversion, spec, debugText) { Height = height });
        output.End = reader.Position;
    }

    private char ParseConversion(FormatReader reader)
    {
        if (reader.Position >= reader.End || _text[reader.Position] != '!')
        {
            return '\0';
        }

        int start = ++reader.Position;
        while (reader.Position < reader.End && _text[reader.Position] is not ('}' or ':'))
        {
            reader.Position++;
        }

        if (reader.Position >= reader.End)
        {
            throw Error(new SourceSpan(start - 1, start), "f-string: expecting '}'");
        }

        string name = _text[start..reader.Position];
        return name switch
        {
            "s" or "r" or "a" => name[0],
            _ => throw Error(
                new SourceSpan(start - 1, reader.Position),
                "f-string: invalid conversion character: expected 's', 'r', or 'a'"),
        };
    }

    // The end of a field's expression: the first "!", ":", "=" or "}" outside brackets and strings, unless it starts a comparison.
    private int FindFieldEnd(int start, FormatReader reader)
    {
        Stack<char> open = new();
        int i = start;
        for (; i < reader.End; i++)
        {
            char c = _text[i];
            switch (c)
            {
                case '\\':
                    throw Error(new SourceSpan(i, i + 1), "f-string expression part cannot include a backslash");
                case '\'' or '"':
                    i = FindQuoteEnd(i, reader.End);
                    break;
                case '#':
                    throw Error(new SourceSpan(i, i + 1), "f-string expression part cannot include '#'");
                case '(' or '[' or '{':
                    open.Push(c);
                    break;
                case '!' or ':' or '}' or '=' or '<' or '>' when open.Count == 0:
                    if (c is not (':' or '}') && i + 1 < reader.End && _text[i + 1] == '=')
                    {
                        i++;
                    }
                    else if (c is not ('<' or '>'))
                    {
                        return i;
                    }

                    break;
                case ')' or ']' or '}':
                    CloseFieldBracket(open, c, i);
                    break;
            }
        }

        // f"{"a"}": Python 3.12 has it.
        if (_text[reader.End] is '"' or '\'' && reader.End + 1 < _text.Length && (char.IsLetterOrDigit(_text[reader.End + 1]) || _text[reader.End + 1] is '_' or '"' or '\''))
        {
            throw Error(
                new SourceSpan(start - 1, start),
                "quotes of the f-string's own kind inside a field are not supported by TinyPy, as in Python 3.11: use the other kind",
                DiagnosticKind.Unsupported);
        }

        throw Error(
            new SourceSpan(start - 1, start),
            open.TryPeek(out char unclosed) ? $"f-string: unmatched '{unclosed}'" : "f-string: expecting '}'");
    }

    private void CloseFieldBracket(Stack<char> open, char c, int offset)
    {
        SourceSpan span = new(offset, offset + 1);
        if (!open.TryPop(out char opening))
        {
            throw Error(span, $"f-string: unmatched '{c}'");
        }

        if ((opening, c) is not (('(', ')') or ('[', ']') or ('{', '}')))
        {
            throw Error(span, $"f-string: closing parenthesis '{c}' does not match opening parenthesis '{opening}'");
        }
    }

    // The offset of the last quote of the string that starts here.
    private int FindQuoteEnd(int start, int end)
    {
        char quote = _text[start];
        bool triple = start + 2 < end && _text[start + 1] == quote && _text[start + 2] == quote;
        for (int i = start + (triple ? 3 : 1); i < end; i++)
        {
            if (_text[i] == '\\')
            {
                throw Error(new SourceSpan(i, i + 1), "f-string expression part cannot include a backslash");
            }

            if (_text[i] == quote && (!triple || (i + 2 < end && _text[i + 1] == quote && _text[i + 2] == quote)))
            {
                return triple ? i + 2 : i;
            }
        }

        throw Error(new SourceSpan(start, start + 1), "f-string: unterminated string");
    }

    // Scans and parses a field in place, so that its nodes carry true offsets.
    private Expr ParseFieldExpression(int start, int end)
    {
        if (_text.AsSpan(start, end - start).Trim(" \t\n\f\v").IsEmpty)
        {
            string problem = _text[end] == '}' ? "empty expression not allowed" : $"expression required before '{_text[end]}'";
            throw Error(new SourceSpan(start - 1, end), "f-string: " + problem);
        }

        (Token[] tokens, int position, string prefix, int brackets) = (_tokens, _position, _prefix, _brackets);
        try
        {
            _tokens = Scanner.ScanField(_source, start, end);
            _position = 0;
            _prefix = "f-string: ";
            Enter();
            Expr value = ParseParentheses();
            Leave();
            return Kind == TokenKind.EndOfFile ? value : throw Invalid();
        }
        finally
        {
            (_tokens, _position, _prefix, _brackets) = (tokens, position, prefix, brackets);
        }
    }

    /// <summary>Where the reading of an f-string's inside stands.</summary>
    private sealed class FormatReader(SourceSpan token, int start, int end, bool raw)
    {
        public SourceSpan Token { get; } = token;

        public int Position { get; set; } = start;

        public int End { get; } = end;

        public bool Raw { get; } = raw;
    }

    /// <summary>Collects the parts of an f-string; neighbouring literal text becomes one constant.</summary>
    private sealed class FormatBuilder
    {
        private readonly ImmutableArray<Expr>.Builder _parts = ImmutableArray.CreateBuilder<Expr>();
        private readonly StringBuilder _pending = new();
        private int _pendingStart;
        private int _pendingCounted;

        public int End { get; set; }

        private int _size;

        /// <summary>Bytes of literal text so far.</summary>
        public int Size
        {
            get
            {
                for (; _pendingCounted < _pending.Length; _pendingCounted++)
                {
                    char c = _pending[_pendingCounted];
                    _size += c < 0x80 ? 1 : c < 0x800 || char.IsSurrogate(c) ? 2 : 3;
                }

                return _size;
            }
            set => _size = value;
        }

        public StringBuilder Pending(int start)
        {
            if (_pending.Length == 0)
            {
                _pendingStart = start;
            }

            return _pending;
        }

        public void Add(FormattedValue field)
        {
            Flush();
            _parts.Add(field);
        }

        public JoinedStr Build(SourceSpan span, Func<int, int> above)
        {
            Flush();
            return new JoinedStr(span, _parts.ToImmutable()) { Height = above(Highest(_parts)) };
        }

        private void Flush()
        {
            _ = Size;
            if (_pending.Length > 0)
            {
                _parts.Add(new Constant(new SourceSpan(_pendingStart, Math.Max(_pendingStart, End)), _pending.ToString()));
                _pending.Clear();
                _pendingCounted = 0;
            }
        }
    }
}
