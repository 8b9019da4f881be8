// What the scanner hands to the parser. Invariant: a token's text is Source.Text[Start..End]; brackets know their partner's index.

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

/// <summary>Kinds of tokens. Keywords and operators have one each, so that the parser compares nothing but bytes.</summary>
internal enum TokenKind : byte
{
    EndOfFile,

    /// <summary>The file ended inside brackets.</summary>
    Unclosed,

    /// <summary>The scanner stopped here: see <see cref="ScanFailure"/>.</summary>
    Error,

    /// <summary>A character that starts no Python token but is no scanner error in CPython either: <c>$ ? !</c>.</summary>
    Bad,
    Newline,
    Indent,
    Dedent,
    Name,
    Number,
    String,

    // Keywords.
    False,
    None,
    True,
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    Try,
    While,
    With,
    Yield,

    // Punctuation.
    LParen,
    RParen,
    LBracket,
    RBracket,
    LBrace,
    RBrace,
    Comma,
    Colon,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    ColonAssign,
    Tilde,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    Equal,
    NotEqual,
    Assign,

    // Binary operators, in the order of BinaryOperator.
    Plus,
    Minus,
    Star,
    At,
    Slash,
    Percent,
    DoubleStar,
    LeftShift,
    RightShift,
    Bar,
    Caret,
    Amp,
    DoubleSlash,

    // Augmented assignment, in the same order.
    PlusAssign,
    MinusAssign,
    StarAssign,
    AtAssign,
    SlashAssign,
    PercentAssign,
    DoubleStarAssign,
    LeftShiftAssign,
    RightShiftAssign,
    BarAssign,
    CaretAssign,
    AmpAssign,
    DoubleSlashAssign,
}

/// <summary>What stopped the scanner.</summary>
/// <param name="Diagnostic">The error.</param>
/// <param name="IsFatal">Reported even if the parser found an error further up, as CPython does for all but broken indentation and line
/// joins.</param>
internal sealed record ScanFailure(Diagnostic Diagnostic, bool IsFatal);

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first offset.</param>
/// <param name="End">The offset behind it.</param>
/// <param name="Partner">For a bracket, the index of the other one in the token list; -1 otherwise and for an unclosed bracket.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, int Partner)
{
    public SourceSpan Span => new(Start, End);
}
