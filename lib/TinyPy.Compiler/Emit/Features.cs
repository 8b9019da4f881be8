// What a program uses, as far as it decides which functions of the Python half and which names its image needs.
// Invariant: only grows; when in doubt a feature counts as used.

using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Emit;

/// <summary>The features of a program.</summary>
internal sealed class Features
{
    /// <summary>Keyword names passed in calls.</summary>
    public HashSet<string> KeywordNames { get; } = [];

    /// <summary>A call passes <c>**mapping</c>: any name could be a keyword.</summary>
    public bool HasKeywordDict { get; set; }

    /// <summary>The program can look at the text of a TypeError, which names functions and parameters.</summary>
    public bool ObservesTypeErrors { get; set; }

    public HashSet<BinaryOperator> Operators { get; } = [];

    public HashSet<CompareOperator> Comparisons { get; } = [];

    /// <summary>Opcodes in the code.</summary>
    public HashSet<int> Opcodes { get; } = [];

    /// <summary>Builtins called or loaded.</summary>
    public HashSet<int> Builtins { get; } = [];

    /// <summary>Builtins called with keyword arguments, with the names.</summary>
    public HashSet<(int Builtin, string Keyword)> BuiltinKeywords { get; } = [];

    /// <summary>Names of attributes and methods.</summary>
    public HashSet<string> Attributes { get; } = [];

    /// <summary>Names bound in class bodies.</summary>
    public HashSet<string> ClassNames { get; } = [];

    /// <summary>Names of attributes that are set.</summary>
    public HashSet<string> StoredNames { get; } = [];

    public HashSet<string> Strings { get; } = [];

    /// <summary>A bytes constant is there.</summary>
    public bool HasBytes { get; set; }

    /// <summary>The left side of a <c>%</c> is a str for certain.</summary>
    public bool HasTextModulo { get; set; }

    /// <summary>Calls of builtins with their number of arguments; -1 for a builtin used as a value.</summary>
    public HashSet<(int Builtin, int Count)> BuiltinCalls { get; } = [];

    /// <summary>An iterator of a builtin type is kept, not only looped over.</summary>
    public bool HasIteratorObjects { get; set; }

    /// <summary>A join whose argument is certainly no list or tuple.</summary>
    public bool JoinsOthers { get; set; }

    public bool HasClass { get; set; }

    public bool HasGenerator { get; set; }

    public void Add(BinaryOperator op) => Operators.Add(op);

    public void Add(CompareOperator op) => Comparisons.Add(op);
}
