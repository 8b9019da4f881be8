// Text to tokens by CPython's rules: lines, indentation, brackets, and which token starts here. Numbers, names and strings are in the other
// part. Invariants: one pass, time linear in the text; brackets in the result are properly nested; the list ends with EndOfFile, with
// Unclosed when a bracket is still open at the end, or with Error at the first error.

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

/// <summary>Scans a file, or the expression inside a field of an f-string.</summary>
internal sealed partial class Scanner
{
    private const int TabSize = 8;

    private readonly SourceFile _source;
    private readonly string _text;
    private readonly int _end;
    private readonly string _prefix;
    private readonly List<Token> _tokens = [];
    private readonly Stack<int> _open = new();
    private readonly Stack<(int Column, int TablessColumn)> _indents = new();
    private int _position;
    private bool _isFatal = true;

    private Scanner(SourceFile source, int start, int end, string prefix)
    {
        _source = source;
        _text = source.Text;
        _position = start;
        _end = end;
        _prefix = prefix;
    }

    /// <summary>Scans a whole file. Never throws; the failure is null if the tokens are complete.</summary>
    public static (Token[] Tokens, ScanFailure? Failure) Scan(SourceFile source)
    {
        Scanner scanner = new(source, 0, source.Text.Length, string.Empty);
        ScanFailure? failure = null;
        try
        {
            scanner.RefuseForeignEncoding();
            scanner.ScanFile();
        }
        catch (CompileException error)
        {
            failure = new ScanFailure(error.Diagnostic, scanner._isFatal);
            int place = error.Diagnostic.Span.Start;
            scanner.Add(TokenKind.Error, place, place);
        }

        return ([.. scanner._tokens], failure);
    }

    /// <summary>
    /// Scans <c>[start, end)</c> as if it stood in parentheses: the result starts with an LParen and ends with an RParen and EndOfFile.
    /// </summary>
    /// <exception cref="CompileException">The first error, with "f-string: " in front of the message.</exception>
    public static Token[] ScanField(SourceFile source, int start, int end)
    {
        Scanner scanner = new(source, start, end, "f-string: ");
        scanner.OpenBracket(TokenKind.LParen, start, start);
        while (scanner.SkipToToken())
        {
            scanner.ScanToken();
        }

        scanner._position = end;
        if (scanner._open.Count > 1)
        {
            int opener = scanner._open.Peek();
            throw scanner.Error(scanner._tokens[opener].Span, $"'{scanner._text[scanner._tokens[opener].Start]}' was never closed");
        }

        scanner._tokens[0] = scanner._tokens[0] with { Partner = scanner._tokens.Count };
        scanner.Add(TokenKind.RParen, end, end, 0);
        scanner.Add(TokenKind.EndOfFile, end, end);
        return [.. scanner._tokens];
    }

    /// <summary>Whether a character may stand in an identifier; anything outside ASCII may until its letters are checked.</summary>
    public static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || c >= 0x80;

    private char Current => Peek(0);

    private char Peek(int ahead) => _position + ahead < _end ? _text[_position + ahead] : '\0';

    // An error that does not outrank one of the parser further up.
    private CompileException Mild(SourceSpan span, string message, DiagnosticKind kind)
    {
        _isFatal = false;
        return Error(span, message, kind);
    }

    private CompileException Error(SourceSpan span, string message, DiagnosticKind kind = DiagnosticKind.SyntaxError) =>
        new(new Diagnostic(kind, kind == DiagnosticKind.SyntaxError ? _prefix + message : message, _source, span));

    private void Add(TokenKind kind, int start, int end, int partner = -1) => _tokens.Add(new Token(kind, start, end, partner));

    private void ScanFile()
    {
        bool lineHasTokens = false;
        bool atLineStart = true;
        while (true)
        {
            if (atLineStart)
            {
                atLineStart = false;
                ScanIndentation();
            }

            if (!SkipToToken())
            {
                break;
            }

            if (Current == '\n')
            {
                if (lineHasTokens)
                {
                    Add(TokenKind.Newline, _position, _position + 1);
                    lineHasTokens = false;
                }

                _position++;
                atLineStart = true;
                continue;
            }

            ScanToken();
            lineHasTokens = true;
        }

        if (_open.Count > 0)
        {
            Add(TokenKind.Unclosed, _end, _end);
            return;
        }

        if (lineHasTokens)
        {
            Add(TokenKind.Newline, _end, _end);
        }

        for (; _indents.Count > 0; _indents.Pop())
        {
            Add(TokenKind.Dedent, _end, _end);
        }

        Add(TokenKind.EndOfFile, _end, _end);
    }

    // CPython measures a line's indentation twice, with tabs to multiples of 8 and with tabs as one column: if the two disagree about which
    // line is deeper, the meaning would depend on the editor, and that is an error.
    private void ScanIndentation()
    {
        int column = 0;
        int tabless = 0;
        int continued = -1;
        int continuedTabless = 0;
        int start = _position;
        for (; ; _position++)
        {
            switch (Current)
            {
                case ' ':
                    column++;
                    tabless++;
                    continue;
                case '\t':
                    column = ((column / TabSize) + 1) * TabSize;
                    tabless++;
                    continue;
                case '\f':
                    column = 0;
                    tabless = 0;
                    continue;
                case '\\' when Peek(1) == '\n':
                    // Indentation split by a backslash counts up to the first backslash.
                    if (continued < 0)
                    {
                        continued = column;
                        continuedTabless = tabless;
                    }

                    _position++;
                    continue;
            }

            break;
        }

        if (_position >= _end || Current is '\n' or '#')
        {
            return;
        }

        if (continued >= 0)
        {
            column = continued;
            tabless = continuedTabless;
        }

        ChangeIndentation(start, column, tabless);
    }

    private void ChangeIndentation(int start, int column, int tabless)
    {
        (int top, int topTabless) = _indents.TryPeek(out (int, int) current) ? current : (0, 0);
        if (column == top)
        {
            RequireSameOrder(tabless == topTabless);
        }
        else if (column > top)
        {
            if (_indents.Count >= SyntaxLimits.MaxBlocks)
            {
                throw Mild(
                    new SourceSpan(_position, _position),
                    $"too many levels of indentation: at most {SyntaxLimits.MaxBlocks} are allowed",
                    DiagnosticKind.IndentationError);
            }

            RequireSameOrder(tabless > topTabless);
            _indents.Push((column, tabless));
            Add(TokenKind.Indent, start, _position);
        }
        else
        {
            while (_indents.TryPeek(out current) && column < current.Item1)
            {
                _indents.Pop();
                Add(TokenKind.Dedent, _position, _position);
            }

            (top, topTabless) = _indents.TryPeek(out current) ? current : (0, 0);
            if (column != top)
            {
                throw Mild(
                    new SourceSpan(_position, _position),
                    "unindent does not match any outer indentation level",
                    DiagnosticKind.IndentationError);
            }

            RequireSameOrder(tabless == topTabless);
        }
    }

    private void RequireSameOrder(bool same)
    {
        if (!same)
        {
            throw Mild(new SourceSpan(_position, _position), "inconsistent use of tabs and spaces in indentation", DiagnosticKind.TabError);
        }
    }

    // Skips blanks, comments and joined lines. Stops at a token or at a newline that ends a line; false at the end of the text.
    private bool SkipToToken()
    {
        while (_position < _end)
        {
            switch (Current)
            {
                case ' ' or '\t' or '\f':
                    _position++;
                    break;
                case '#':
                    int newline = _text.IndexOf('\n', _position, _end - _position);
                    _position = newline < 0 ? _end : newline;
                    break;
                case '\n' when _open.Count > 0:
                    _position++;
                    break;
                case '\\' when Peek(1) == '\n':
                    _position += 2;
                    if (_position >= _end)
                    {
                        throw Mild(new SourceSpan(_position, _position), "unexpected EOF while parsing", DiagnosticKind.SyntaxError);
                    }

                    break;
                case '\\' when _position + 1 >= _end:
                    throw Mild(new SourceSpan(_end, _end), "unexpected EOF while parsing", DiagnosticKind.SyntaxError);
                case '\\':
                    throw Mild(
                        new SourceSpan(_position + 1, _position + 2),
                        "unexpected character after line continuation character",
                        DiagnosticKind.SyntaxError);
                default:
                    return true;
            }
        }

        return false;
    }

    private void ScanToken()
    {
        char c = Current;
        if (char.IsAsciiLetter(c) || c == '_' || c >= 0x80)
        {
            ScanNameOrString();
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ScanNumber();
        }
        else if (c is '"' or '\'')
        {
            ScanString(_position);
        }
        else
        {
            ScanOperator();
        }
    }

    private void ScanOperator()
    {
        char c = Current;
        char next = Peek(1);
        switch (c)
        {
            case '(':
                OpenBracket(TokenKind.LParen, _position, _position + 1);
                break;
            case '[':
                OpenBracket(TokenKind.LBracket, _position, _position + 1);
                break;
            case '{':
                OpenBracket(TokenKind.LBrace, _position, _position + 1);
                break;
            case ')':
                CloseBracket(TokenKind.RParen, TokenKind.LParen);
                break;
            case ']':
                CloseBracket(TokenKind.RBracket, TokenKind.LBracket);
                break;
            case '}':
                CloseBracket(TokenKind.RBrace, TokenKind.LBrace);
                break;
            case ',':
                Take(TokenKind.Comma, 1);
                break;
            case ';':
                Take(TokenKind.Semicolon, 1);
                break;
            case '~':
                Take(TokenKind.Tilde, 1);
                break;
            case ':':
                Take(next == '=' ? TokenKind.ColonAssign : TokenKind.Colon, next == '=' ? 2 : 1);
                break;
            case '.':
                bool ellipsis = next == '.' && Peek(2) == '.';
                Take(ellipsis ? TokenKind.Ellipsis : TokenKind.Dot, ellipsis ? 3 : 1);
                break;
            case '=':
                Take(next == '=' ? TokenKind.Equal : TokenKind.Assign, next == '=' ? 2 : 1);
                break;
            case '!':
                Take(next == '=' ? TokenKind.NotEqual : TokenKind.Bad, next == '=' ? 2 : 1);
                break;
            case '-' when next == '>':
                Take(TokenKind.Arrow, 2);
                break;
            case '<' when next == '>':
                Take(TokenKind.Bad, 2);
                break;
            case '<' when next != '<':
                Take(next == '=' ? TokenKind.LessEqual : TokenKind.Less, next == '=' ? 2 : 1);
                break;
            case '>' when next != '>':
                Take(next == '=' ? TokenKind.GreaterEqual : TokenKind.Greater, next == '=' ? 2 : 1);
                break;
            case '$' or '?' or '`':
                Take(TokenKind.Bad, 1);
                break;
            default:
                ScanBinaryOperator(c, next);
                break;
        }
    }

    private void ScanBinaryOperator(char c, char next)
    {
        (TokenKind kind, int length) = c switch
        {
            '+' => (TokenKind.Plus, 1),
            '-' => (TokenKind.Minus, 1),
            '*' when next == '*' => (TokenKind.DoubleStar, 2),
            '*' => (TokenKind.Star, 1),
            '/' when next == '/' => (TokenKind.DoubleSlash, 2),
            '/' => (TokenKind.Slash, 1),
            '%' => (TokenKind.Percent, 1),
            '@' => (TokenKind.At, 1),
            '|' => (TokenKind.Bar, 1),
            '^' => (TokenKind.Caret, 1),
            '&' => (TokenKind.Amp, 1),
            '<' => (TokenKind.LeftShift, 2),
            '>' => (TokenKind.RightShift, 2),
            _ => throw Error(new SourceSpan(_position, _position + 1), $"invalid non-printable character U+{(int)c:X4}"),
        };
        bool augmented = Peek(length) == '=';
        Take(augmented ? kind + (TokenKind.PlusAssign - TokenKind.Plus) : kind, augmented ? length + 1 : length);
    }

    private void Take(TokenKind kind, int length)
    {
        Add(kind, _position, _position + length);
        _position += length;
    }

    private void OpenBracket(TokenKind kind, int start, int end)
    {
        if (_open.Count >= SyntaxLimits.MaxNesting)
        {
            throw Error(
                new SourceSpan(start, end),
                $"brackets are nested too deeply: at most {SyntaxLimits.MaxNesting} levels are allowed",
                DiagnosticKind.Limit);
        }

        _open.Push(_tokens.Count);
        Add(kind, start, end);
        _position = end;
    }

    private void CloseBracket(TokenKind kind, TokenKind opening)
    {
        SourceSpan span = new(_position, _position + 1);
        bool inField = _prefix.Length > 0 && _open.Count == 1;
        if (_open.Count == 0 || inField)
        {
            throw Error(span, $"unmatched '{Current}'");
        }

        int opener = _open.Pop();
        Token open = _tokens[opener];
        if (open.Kind != opening)
        {
            int openLine = _source.LineOf(open.Start);
            string place = openLine == _source.LineOf(_position) ? string.Empty : $" on line {openLine}";
            throw Error(span, $"closing parenthesis '{Current}' does not match opening parenthesis '{_text[open.Start]}'{place}");
        }

        _tokens[opener] = open with { Partner = _tokens.Count };
        Add(kind, _position, _position + 1, opener);
        _position++;
    }

    // PEP 263: a comment in the first two lines may name an encoding. Text in another one would be read wrongly, so only UTF-8 and its
    // subset pass.
    private void RefuseForeignEncoding()
    {
        for (int line = 1; line <= Math.Min(2, _source.LineCount); line++)
        {
            string text = _source.LineText(line);
            ReadOnlySpan<char> comment = text.AsSpan().TrimStart(" \t\f");
            if (comment.IsEmpty)
            {
                continue;
            }

            if (comment[0] != '#')
            {
                return;
            }

            int at = comment.IndexOf("coding:");
            at = at < 0 ? comment.IndexOf("coding=") : at;
            if (at < 0)
            {
                continue;
            }

            ReadOnlySpan<char> name = comment[(at + "coding:".Length)..].TrimStart(" \t");
            int length = 0;
            while (length < name.Length && (char.IsAsciiLetterOrDigit(name[length]) || name[length] is '-' or '_' or '.'))
            {
                length++;
            }

            string encoding = name[..length].ToString().ToLowerInvariant().Replace('_', '-');
            if (encoding.Length > 0 && encoding is not ("utf-8" or "utf8" or "utf-8-sig" or "ascii" or "us-ascii"))
            {
                int start = _source.LineStart(line);
                SourceSpan span = new(start, start + text.Length);
                throw Error(span, $"the encoding {encoding} is not supported: save the file as UTF-8");
            }

            return;
        }
    }
}
