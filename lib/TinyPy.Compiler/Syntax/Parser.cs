// Tokens to tree by recursive descent, after the grammar of Python 3.11. This part: entry, token access, limits, scopes and errors.
// Invariants: never throws for any input; one token of lookahead (bracket partners and line ends are found without backtracking), so time
// is linear; every recursion passes Enter, so the stack is bounded; the first error wins, and errors rank as in CPython: scanner, parser,
// symbol table, compiler.

using System.Collections.Immutable;
using System.Runtime.CompilerServices;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

/// <summary>What the parser found.</summary>
/// <param name="Module">The tree, or null if there is an error.</param>
/// <param name="Diagnostics">The error; empty if there is none.</param>
public sealed record ParseResult(Module? Module, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Parses one source file.</summary>
public sealed partial class Parser
{
    private const string UnexpectedIndent = "unexpected indent";

    private readonly SourceFile _source;
    private readonly string _text;
    private readonly HashSet<string> _names = [];
    private Token[] _tokens;
    private int _position;
    private string _prefix = string.Empty;
    private bool _guessing;
    private int _depth;
    private int _brackets;
    private int _statementDepth;
    private Scope _scope = new(ScopeKind.Module);
    private Diagnostic? _symbolError;
    private Diagnostic? _compileError;
    private readonly ScanFailure? _failure;

    private Parser(SourceFile source, Token[] tokens, ScanFailure? failure)
    {
        _failure = failure;
        _source = source;
        _text = source.Text;
        _tokens = tokens;
    }

    private enum ScopeKind
    {
        Module,
        Class,
        Function,
        Lambda,
    }

    private TokenKind Kind => _tokens[_position].Kind;

    private Token Current => _tokens[_position];

    /// <summary>Where the last consumed token ends.</summary>
    private int LastEnd => _position > 0 ? _tokens[_position - 1].End : 0;

    /// <summary>Parses a source file. Never throws for any content; stops at the first error.</summary>
    public static ParseResult Parse(SourceFile source)
    {
        if (source.Error is not null)
        {
            return new ParseResult(null, [source.Error]);
        }

        (Token[] tokens, ScanFailure? failure) = Scanner.Scan(source);
        try
        {
            Parser parser = new(source, tokens, failure);
            Module module = parser.ParseModule();
            Diagnostic? late = parser._symbolError ?? parser._compileError;
            return late is null ? new ParseResult(module, []) : new ParseResult(null, [late]);
        }
        catch (CompileException error)
        {
            bool outranked = failure is { IsFatal: true } && error.Diagnostic.Message != UnexpectedIndent;
            return new ParseResult(null, [outranked ? failure!.Diagnostic : error.Diagnostic]);
        }
    }

    private Module ParseModule()
    {
        ImmutableArray<Stmt>.Builder body = ImmutableArray.CreateBuilder<Stmt>();
        while (Kind != TokenKind.EndOfFile)
        {
            ParseStatement(body);
        }

        return new Module(new SourceSpan(0, _text.Length), body.ToImmutable());
    }

    // ---- Tokens ----

    private TokenKind PeekKind(int ahead = 1) => _position + ahead < _tokens.Length ? _tokens[_position + ahead].Kind : TokenKind.EndOfFile;

    private Token Next() => _tokens[_position++];

    private bool Accept(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        _position++;
        return true;
    }

    private Token Expect(TokenKind kind) => Kind == kind ? Next() : throw Invalid();

    private void ExpectColon()
    {
        if (!Accept(TokenKind.Colon))
        {
            throw Kind is TokenKind.Newline ? Error(Current.Span, "expected ':'") : Invalid();
        }
    }

    // Some of CPython's rules force the colon: whatever else stands there, the message names the colon.
    private void ForceColon()
    {
        if (!Accept(TokenKind.Colon))
        {
            throw Kind is TokenKind.Unclosed or TokenKind.Bad ? Invalid() : Error(Current.Span, "expected ':'");
        }
    }

    private string TextOf(Token token) => Intern(_text.Substring(token.Start, token.End - token.Start));

    private string Intern(string text)
    {
        if (!_names.TryGetValue(text, out string? name))
        {
            name = text;
            _names.Add(name);
        }

        return name;
    }

    private bool IsName(string text) =>
        Kind == TokenKind.Name && _text.AsSpan(Current.Start, Current.End - Current.Start).SequenceEqual(text);

    private SourceSpan From(int start) => new(start, LastEnd);

    private SourceSpan From(Node node) => new(node.Span.Start, LastEnd);

    private (string Name, SourceSpan Span) ExpectName()
    {
        Token token = Expect(TokenKind.Name);
        return (TextOf(token), token.Span);
    }

    // ---- Limits ----

    private void Enter()
    {
        // One level is the statement itself, so that MaxNesting brackets fit in it.
        if (++_depth > SyntaxLimits.MaxNesting + 1 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error(
                Current.Span,
                $"expression is nested too deeply: at most {SyntaxLimits.MaxNesting} levels are allowed",
                DiagnosticKind.Limit);
        }
    }

    private void Leave() => _depth--;

    private int Above(Expr? first, Expr? second = null, Expr? third = null) =>
        Above(Math.Max(first?.Height ?? 0, Math.Max(second?.Height ?? 0, third?.Height ?? 0)));

    private int Above(int height)
    {
        if (height >= SyntaxLimits.MaxExpressionHeight)
        {
            Token last = _tokens[Math.Max(0, _position - 1)];
            throw Error(
                last.Span,
                $"expression is too long: use at most {SyntaxLimits.MaxExpressionHeight} operators or calls in a row, or several statements",
                DiagnosticKind.Limit);
        }

        return height + 1;
    }

    private static int Highest(IEnumerable<Expr> nodes)
    {
        int height = 0;
        foreach (Expr node in nodes)
        {
            height = Math.Max(height, node.Height);
        }

        return height;
    }

    // ---- Errors ----

    private CompileException Error(SourceSpan span, string message, DiagnosticKind kind = DiagnosticKind.SyntaxError)
    {
        if (kind == DiagnosticKind.SyntaxError && Kind is TokenKind.Unclosed or TokenKind.Error)
        {
            return Kind == TokenKind.Unclosed ? NeverClosed(LastUnclosed()) : new CompileException(_failure!.Diagnostic);
        }

        // At the end of the file there is no text to point at: point behind the last line.
        if (Kind is TokenKind.EndOfFile or TokenKind.Dedent && span.Start >= _text.Length && _prefix.Length == 0)
        {
            int index = _position;
            while (index > 0 && _tokens[index].Kind != TokenKind.Newline)
            {
                index--;
            }

            span = _tokens[index].Span;
        }

        // An error on a line after a bracket that is never closed is most likely a consequence of it.
        Token last = _tokens[^1];
        if (last.Kind == TokenKind.Unclosed && kind == DiagnosticKind.SyntaxError)
        {
            Token opener = LastUnclosed();
            if (_source.LineOf(Current.Start) > _source.LineOf(opener.Start))
            {
                return NeverClosed(opener);
            }
        }

        bool prefixed = kind is DiagnosticKind.SyntaxError && _prefix.Length > 0 && !message.StartsWith(_prefix, StringComparison.Ordinal);
        return new CompileException(new Diagnostic(kind, prefixed ? _prefix + message : message, _source, span));
    }

    private CompileException TooMany(SourceSpan span, string what, int most, string unit = "") =>
        Error(span, $"{what}: at most {most} {unit}are allowed", DiagnosticKind.Limit);

    private CompileException Unsupported(SourceSpan span, string what) =>
        Error(span, what + " not supported by TinyPy", DiagnosticKind.Unsupported);

    private CompileException Invalid() => Kind switch
    {
        TokenKind.Unclosed => NeverClosed(LastUnclosed()),
        TokenKind.Error => new CompileException(_failure!.Diagnostic),
        TokenKind.Indent => Error(new SourceSpan(Current.End - 1, Current.End), UnexpectedIndent, DiagnosticKind.IndentationError),
        TokenKind.Dedent => Error(Current.Span, "unexpected unindent", DiagnosticKind.IndentationError),
        TokenKind.Async or TokenKind.Await => Unsupported(Current.Span, "async and await are"),
        _ => Error(Current.Span, "invalid syntax"),
    };

    private CompileException NeverClosed(Token opener) =>
        new(new Diagnostic(DiagnosticKind.SyntaxError, $"'{_text[opener.Start]}' was never closed", _source, opener.Span));

    private Token LastUnclosed()
    {
        for (int i = _tokens.Length - 1; i > 0; i--)
        {
            Token token = _tokens[i];
            if (token.Kind is TokenKind.LParen or TokenKind.LBracket or TokenKind.LBrace && token.Partner < 0)
            {
                return token;
            }

            if (token.Partner >= 0)
            {
                i = token.Partner;
            }
        }

        return _tokens[0];
    }

    // What CPython finds in its symbol table or its compiler is reported only if the whole file parses.
    private void SymbolError(SourceSpan span, string message) =>
        _symbolError ??= new Diagnostic(DiagnosticKind.SyntaxError, message, _source, span);

    private void CompileError(SourceSpan span, string message) =>
        _compileError ??= new Diagnostic(DiagnosticKind.SyntaxError, message, _source, span);

    /// <summary>What is known about the function, class or module around the current token.</summary>
    private sealed class Scope(ScopeKind kind)
    {
        public ScopeKind Kind { get; } = kind;

        public bool IsFunction => Kind is ScopeKind.Function or ScopeKind.Lambda;

        /// <summary>An <c>async def</c>: <c>await</c> may stand in it.</summary>
        public bool IsAsync { get; init; }

        public int Loops { get; set; }

        public HashSet<string> Parameters { get; } = [];

        /// <summary>Where the last <c>yield</c> of this scope starts, or -1.</summary>
        public int LastYield { get; set; } = -1;

        /// <summary>The targets of <c>:=</c> of this scope in source order.</summary>
        public List<Name> Walruses { get; } = [];
    }
}
