// Every cap the scanner and the parser enforce, and nothing else: what bounds the compiler's time and stack for any input.

namespace TinyPy.Compiler.Syntax;

/// <summary>The limits of a source file. Exceeding one is a diagnostic that names it.</summary>
public static class SyntaxLimits
{
    /// <summary>Size of a source file in bytes of UTF-8, byte order mark included.</summary>
    public const int MaxSourceBytes = 1_048_576;

    /// <summary>
    /// Depth of open brackets, of right-recursive operators (<c>not</c>, unary minus, <c>**</c>, lambda, <c>else</c>) and f-string fields,
    /// together.
    /// </summary>
    public const int MaxNesting = 100;

    /// <summary>Depth of indented blocks.</summary>
    public const int MaxBlocks = 100;

    /// <summary>Depth of statements, where each <c>elif</c> counts one; so also the length of an <c>elif</c> chain.</summary>
    public const int MaxStatementDepth = 1000;

    /// <summary>Height of an expression tree; so also the length of a left-deep chain such as <c>1 + 1 + 1</c> or <c>a.b.c</c>.</summary>
    public const int MaxExpressionHeight = 1000;

    /// <summary>Length of an identifier in code points.</summary>
    public const int MaxIdentifier = 255;

    /// <summary>Size of a string or bytes literal in bytes of UTF-8, after implicit concatenation; also of a number's digits.</summary>
    public const int MaxLiteralBytes = 32_768;

    /// <summary>Arguments of one call, keywords included.</summary>
    public const int MaxArguments = 255;

    /// <summary>Parameters of one function.</summary>
    public const int MaxParameters = 255;
}
