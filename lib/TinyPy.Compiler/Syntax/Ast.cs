// The syntax tree: one sealed record per construct, shaped and named like CPython's `ast` module.
// Invariants: nodes are immutable; arrays are never default; every node's span lies inside its source file;
// Expr.Height never exceeds SyntaxLimits.MaxExpressionHeight and statements nest at most SyntaxLimits.MaxStatementDepth deep,
// so a consumer may recurse over the tree without a check of its own.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

/// <summary>Anything that has a place in the source.</summary>
public abstract record Node(SourceSpan Span);

/// <summary>An expression.</summary>
/// <remarks>
/// Chains of one associative operator are left-deep: <c>a + b + c</c> is <c>BinOp(BinOp(a, b), c)</c>, <c>a.b().c</c> likewise. A chain of
/// 900 operands is legal, so the left side of a <see cref="BinOp"/> and the inside of an <see cref="AttributeExpr"/>,
/// <see cref="Subscript"/> or <see cref="Call"/> may be <see cref="Height"/> levels deep, while everything else nests at most
/// <see cref="SyntaxLimits.MaxNesting"/> deep.
/// </remarks>
public abstract record Expr(SourceSpan Span) : Node(Span)
{
    /// <summary>Levels of expressions from here down, 1 for a leaf, at most <see cref="SyntaxLimits.MaxExpressionHeight"/>.</summary>
    public int Height { get; init; } = 1;
}

/// <summary>A statement.</summary>
public abstract record Stmt(SourceSpan Span) : Node(Span);

/// <summary>A whole source file.</summary>
public sealed record Module(SourceSpan Span, ImmutableArray<Stmt> Body) : Node(Span);

// ---- Statements ----

/// <summary>
/// <c>def</c>. Annotations are checked by the parser and kept in <see cref="Returns"/> and <see cref="Parameter.Annotation"/>, but never
/// evaluated.
/// </summary>
/// <param name="Span">From <c>def</c> to the end of the body.</param>
/// <param name="Name">The function's name.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Parameters">All parameters.</param>
/// <param name="Body">At least one statement. A docstring is an ordinary first <see cref="ExprStmt"/>.</param>
/// <param name="Decorators">From top to bottom; applied from bottom to top.</param>
/// <param name="Returns">The return annotation, or null.</param>
public sealed record FunctionDef(
    SourceSpan Span,
    string Name,
    SourceSpan NameSpan,
    Parameters Parameters,
    ImmutableArray<Stmt> Body,
    ImmutableArray<Expr> Decorators,
    Expr? Returns) : Stmt(Span);

/// <summary><c>class</c>.</summary>
public sealed record ClassDef(
    SourceSpan Span,
    string Name,
    SourceSpan NameSpan,
    ImmutableArray<Expr> Bases,
    ImmutableArray<Keyword> Keywords,
    ImmutableArray<Stmt> Body,
    ImmutableArray<Expr> Decorators) : Stmt(Span);

/// <summary><c>return</c> with an optional value.</summary>
public sealed record Return(SourceSpan Span, Expr? Value) : Stmt(Span);

/// <summary><c>del</c>. Targets are names, attributes, subscripts, or tuples and lists of them.</summary>
public sealed record Delete(SourceSpan Span, ImmutableArray<Expr> Targets) : Stmt(Span);

/// <summary><c>t1 = t2 = value</c>: targets are stored from left to right after the value was evaluated once.</summary>
public sealed record Assign(SourceSpan Span, ImmutableArray<Expr> Targets, Expr Value) : Stmt(Span);

/// <summary><c>target op= value</c>. The target is a name, an attribute or a subscript.</summary>
public sealed record AugAssign(SourceSpan Span, Expr Target, BinaryOperator Op, Expr Value) : Stmt(Span);

/// <summary><c>target: annotation = value</c>. A null value declares the name as local to its scope and stores nothing.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Target">A name, an attribute or a subscript.</param>
/// <param name="Annotation">Not evaluated.</param>
/// <param name="Value">The value, or null.</param>
/// <param name="Simple">The target is a name without parentheses.</param>
public sealed record AnnAssign(SourceSpan Span, Expr Target, Expr Annotation, Expr? Value, bool Simple) : Stmt(Span);

/// <summary><c>for</c>; <see cref="OrElse"/> is empty without <c>else</c>.</summary>
public sealed record For(SourceSpan Span, Expr Target, Expr Iter, ImmutableArray<Stmt> Body, ImmutableArray<Stmt> OrElse) : Stmt(Span);

/// <summary><c>while</c>; <see cref="OrElse"/> is empty without <c>else</c>.</summary>
public sealed record While(SourceSpan Span, Expr Test, ImmutableArray<Stmt> Body, ImmutableArray<Stmt> OrElse) : Stmt(Span);

/// <summary>
/// <c>if</c>; an <c>elif</c> is an <see cref="If"/> as the only statement of <see cref="OrElse"/>, so long chains are right-deep.
/// </summary>
public sealed record If(SourceSpan Span, Expr Test, ImmutableArray<Stmt> Body, ImmutableArray<Stmt> OrElse) : Stmt(Span);

/// <summary><c>with</c> and its items, entered from left to right.</summary>
public sealed record With(SourceSpan Span, ImmutableArray<WithItem> Items, ImmutableArray<Stmt> Body) : Stmt(Span);

/// <summary>One <c>context as target</c>; the target may be missing.</summary>
public sealed record WithItem(SourceSpan Span, Expr ContextExpr, Expr? OptionalVars) : Node(Span);

/// <summary><c>raise exc from cause</c>; both may be missing, the cause only with <c>exc</c>.</summary>
public sealed record Raise(SourceSpan Span, Expr? Exc, Expr? Cause) : Stmt(Span);

/// <summary><c>try</c>: has handlers or a final body or both; <see cref="OrElse"/> only with handlers.</summary>
public sealed record Try(
    SourceSpan Span,
    ImmutableArray<Stmt> Body,
    ImmutableArray<ExceptHandler> Handlers,
    ImmutableArray<Stmt> OrElse,
    ImmutableArray<Stmt> FinalBody) : Stmt(Span);

/// <summary><c>except Type as Name:</c>; a bare <c>except:</c> has a null type and is the last.</summary>
public sealed record ExceptHandler(SourceSpan Span, Expr? Type, string? Name, ImmutableArray<Stmt> Body) : Node(Span);

/// <summary><c>assert test, msg</c>.</summary>
public sealed record AssertStmt(SourceSpan Span, Expr Test, Expr? Msg) : Stmt(Span);

/// <summary><c>import a.b as c, d</c>.</summary>
public sealed record Import(SourceSpan Span, ImmutableArray<Alias> Names) : Stmt(Span);

/// <summary><c>from ..module import a as b</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Module">The dotted name, or null in <c>from . import x</c>.</param>
/// <param name="ModuleSpan">Where dots and name stand.</param>
/// <param name="Names">What is imported; <c>*</c> is a single alias named "*".</param>
/// <param name="Level">The number of leading dots.</param>
public sealed record ImportFrom(
    SourceSpan Span,
    string? Module,
    SourceSpan ModuleSpan,
    ImmutableArray<Alias> Names,
    int Level) : Stmt(Span);

/// <summary>An imported name, dotted in <see cref="Import"/>, with its optional <c>as</c> name.</summary>
public sealed record Alias(SourceSpan Span, string Name, string? AsName) : Node(Span);

/// <summary><c>global a, b</c>.</summary>
public sealed record Global(SourceSpan Span, ImmutableArray<string> Names) : Stmt(Span);

/// <summary><c>nonlocal a, b</c>.</summary>
public sealed record Nonlocal(SourceSpan Span, ImmutableArray<string> Names) : Stmt(Span);

/// <summary>An expression whose value is dropped.</summary>
public sealed record ExprStmt(SourceSpan Span, Expr Value) : Stmt(Span);

/// <summary><c>pass</c>.</summary>
public sealed record Pass(SourceSpan Span) : Stmt(Span);

/// <summary><c>break</c>; the parser has checked that a loop of the same function is around it.</summary>
public sealed record Break(SourceSpan Span) : Stmt(Span);

/// <summary><c>continue</c>; the parser has checked that a loop of the same function is around it.</summary>
public sealed record Continue(SourceSpan Span) : Stmt(Span);

// ---- Expressions ----

/// <summary><c>a and b and c</c>: at least two values, flat.</summary>
public sealed record BoolOp(SourceSpan Span, BoolOperator Op, ImmutableArray<Expr> Values) : Expr(Span);

/// <summary><c>(name := value)</c>.</summary>
public sealed record NamedExpr(SourceSpan Span, Name Target, Expr Value) : Expr(Span);

/// <summary><c>left op right</c>; chains are left-deep, see <see cref="Expr"/>.</summary>
public sealed record BinOp(SourceSpan Span, Expr Left, BinaryOperator Op, Expr Right) : Expr(Span);

/// <summary>
/// <c>op operand</c>. <c>-9223372036854775808</c> is a single <see cref="Constant"/>, since its operand alone would not fit.
/// </summary>
public sealed record UnaryOp(SourceSpan Span, UnaryOperator Op, Expr Operand) : Expr(Span);

/// <summary><c>lambda parameters: body</c>.</summary>
public sealed record Lambda(SourceSpan Span, Parameters Parameters, Expr Body) : Expr(Span);

/// <summary><c>body if test else orelse</c>.</summary>
public sealed record IfExp(SourceSpan Span, Expr Test, Expr Body, Expr OrElse) : Expr(Span);

/// <summary><c>{key: value, **mapping}</c>.</summary>
public sealed record DictExpr(SourceSpan Span, ImmutableArray<DictItem> Items) : Expr(Span);

/// <summary>One <c>key: value</c>; a null key is <c>**value</c>.</summary>
public sealed record DictItem(SourceSpan Span, Expr? Key, Expr Value) : Node(Span);

/// <summary><c>{a, b}</c>: at least one element, which may be <see cref="Starred"/>.</summary>
public sealed record SetExpr(SourceSpan Span, ImmutableArray<Expr> Elements) : Expr(Span);

/// <summary><c>[element for ...]</c>.</summary>
public sealed record ListComp(SourceSpan Span, Expr Element, ImmutableArray<Comprehension> Generators) : Expr(Span);

/// <summary><c>{element for ...}</c>.</summary>
public sealed record SetComp(SourceSpan Span, Expr Element, ImmutableArray<Comprehension> Generators) : Expr(Span);

/// <summary><c>{key: value for ...}</c>.</summary>
public sealed record DictComp(SourceSpan Span, Expr Key, Expr Value, ImmutableArray<Comprehension> Generators) : Expr(Span);

/// <summary><c>(element for ...)</c>, or the same without parentheses as a call's only argument.</summary>
public sealed record GeneratorExp(SourceSpan Span, Expr Element, ImmutableArray<Comprehension> Generators) : Expr(Span);

/// <summary>One <c>for target in iter if a if b</c> of a comprehension.</summary>
public sealed record Comprehension(SourceSpan Span, Expr Target, Expr Iter, ImmutableArray<Expr> Ifs) : Node(Span);

/// <summary><c>yield value</c>; the parser has checked that a function is around it.</summary>
public sealed record Yield(SourceSpan Span, Expr? Value) : Expr(Span);

/// <summary><c>yield from value</c>; the parser has checked that a function is around it.</summary>
public sealed record YieldFrom(SourceSpan Span, Expr Value) : Expr(Span);

/// <summary><c>left op1 c1 op2 c2</c>: as many operators as comparators, at least one.</summary>
public sealed record Compare(
    SourceSpan Span,
    Expr Left,
    ImmutableArray<CompareOperator> Ops,
    ImmutableArray<Expr> Comparators) : Expr(Span);

/// <summary>
/// <c>func(args, keywords)</c>. Positional arguments, <see cref="Starred"/> ones among them, precede in <see cref="Args"/> in source order.
/// </summary>
public sealed record Call(SourceSpan Span, Expr Func, ImmutableArray<Expr> Args, ImmutableArray<Keyword> Keywords) : Expr(Span);

/// <summary><c>name=value</c>; a null name is <c>**value</c>.</summary>
public sealed record Keyword(SourceSpan Span, string? Name, Expr Value) : Node(Span);

/// <summary>
/// An f-string, implicit concatenation included: the parts in order, each a <see cref="Constant"/> with a non-empty string or a
/// <see cref="FormattedValue"/>. May be empty. Also the type of a format spec.
/// </summary>
public sealed record JoinedStr(SourceSpan Span, ImmutableArray<Expr> Values) : Expr(Span);

/// <summary>
/// A replacement field of an f-string. <c>{x = }</c> is, as in CPython, the constant "x = " in front followed by a field, which has
/// conversion 'r' if neither a conversion nor a spec was written.
/// </summary>
/// <param name="Span">Where the field stands, braces included.</param>
/// <param name="Value">The expression.</param>
/// <param name="Conversion">'r', 's', 'a', or '\0' for none.</param>
/// <param name="FormatSpec">The spec after the colon, or null.</param>
/// <param name="DebugText">The source text that <c>=</c> asked for ("x = "), or null. Already present as the constant in front: for tools
/// only.</param>
public sealed record FormattedValue(SourceSpan Span, Expr Value, char Conversion, JoinedStr? FormatSpec, string? DebugText) : Expr(Span);

/// <summary>
/// A literal. <see cref="Value"/> is null (None), <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> (finite or infinite, never
/// NaN), <see cref="string"/> (well-formed UTF-16: no lone surrogate), an array of bytes (do not modify) or
/// <see cref="EllipsisLiteral"/>.
/// </summary>
public sealed record Constant(SourceSpan Span, object? Value) : Expr(Span);

/// <summary>The literal <c>3j</c>: a complex number, which is an object of the library and so no constant.</summary>
public sealed record Imaginary(SourceSpan Span, double Value) : Expr(Span);

/// <summary>The value of the literal <c>...</c>.</summary>
public sealed class EllipsisLiteral
{
    private EllipsisLiteral()
    {
    }

    /// <summary>The only one.</summary>
    public static EllipsisLiteral Instance { get; } = new();
}

/// <summary><c>value.attr</c>.</summary>
public sealed record AttributeExpr(SourceSpan Span, Expr Value, string Attr, SourceSpan AttrSpan) : Expr(Span);

/// <summary>
/// <c>value[index]</c>; the index is an expression, a <see cref="Slice"/>, or a <see cref="TupleExpr"/> that may hold slices.
/// </summary>
public sealed record Subscript(SourceSpan Span, Expr Value, Expr Index) : Expr(Span);

/// <summary><c>*value</c>: in displays, calls and assignment targets only.</summary>
public sealed record Starred(SourceSpan Span, Expr Value) : Expr(Span);

/// <summary>An identifier, NFKC-normalised. Whether it is loaded, stored or deleted follows from where it stands.</summary>
public sealed record Name(SourceSpan Span, string Id) : Expr(Span);

/// <summary><c>[a, b]</c>, or a list of targets.</summary>
public sealed record ListExpr(SourceSpan Span, ImmutableArray<Expr> Elements) : Expr(Span);

/// <summary><c>(a, b)</c> with or without its parentheses, or a list of targets.</summary>
public sealed record TupleExpr(SourceSpan Span, ImmutableArray<Expr> Elements) : Expr(Span);

/// <summary><c>lower:upper:step</c>, only inside <see cref="Subscript"/>.</summary>
public sealed record Slice(SourceSpan Span, Expr? Lower, Expr? Upper, Expr? Step) : Expr(Span);

// ---- Parameters ----

/// <summary>The parameters of a function or lambda. Names are distinct.</summary>
/// <param name="Span">From the first to the last parameter; empty if there is none.</param>
/// <param name="PosOnlyArgs">Those before <c>/</c>.</param>
/// <param name="Args">Those that may be given by position or name.</param>
/// <param name="VarArg">The one after <c>*</c>, or null.</param>
/// <param name="KwOnlyArgs">Those after <c>*</c> or <c>*args</c>.</param>
/// <param name="KwDefaults">As many as <paramref name="KwOnlyArgs"/>; null where a value must be given.</param>
/// <param name="KwArg">The one after <c>**</c>, or null.</param>
/// <param name="Defaults">The defaults of the last parameters of <paramref name="PosOnlyArgs"/> and <paramref name="Args"/>
/// together.</param>
public sealed record Parameters(
    SourceSpan Span,
    ImmutableArray<Parameter> PosOnlyArgs,
    ImmutableArray<Parameter> Args,
    Parameter? VarArg,
    ImmutableArray<Parameter> KwOnlyArgs,
    ImmutableArray<Expr?> KwDefaults,
    Parameter? KwArg,
    ImmutableArray<Expr> Defaults) : Node(Span);

/// <summary>One parameter; its annotation is never evaluated.</summary>
public sealed record Parameter(SourceSpan Span, string Name, Expr? Annotation) : Node(Span);

// ---- Operators ----

/// <summary><c>and</c>, <c>or</c>.</summary>
public enum BoolOperator
{
    And,
    Or,
}

/// <summary>The binary operators, also in their augmented form.</summary>
public enum BinaryOperator
{
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// <summary>The unary operators.</summary>
public enum UnaryOperator
{
    Invert,
    Not,
    UAdd,
    USub,
}

/// <summary>The comparisons.</summary>
public enum CompareOperator
{
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}
