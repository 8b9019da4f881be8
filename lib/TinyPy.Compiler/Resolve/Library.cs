// Modules of Python's library that come with the compiler, written in Python. Invariants: only what a program imports goes into its image; a file
// beside the program with the same name comes first; a module whose name begins with an underscore is for other modules of the library alone.

using System.Collections.Concurrent;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Resolve;

/// <summary>The library.</summary>
internal static class Library
{
    private const string Resources = "Library/";

    private static readonly Lazy<HashSet<string>> s_names = new(() =>
        [.. typeof(Library).Assembly.GetManifestResourceNames()
            .Where(r => r.StartsWith(Resources, StringComparison.Ordinal)).Select(r => Path.GetFileNameWithoutExtension(r[Resources.Length..]))]);

    private static readonly ConcurrentDictionary<string, (SourceFile Source, Module Tree)> s_modules = new();

    /// <summary>Builtin types that a class may extend, with the class that stands for them in the module of that name with an underscore before it.</summary>
    public static Dictionary<string, string> Bases { get; } = new() { ["list"] = "list_", ["tuple"] = "tuple_", ["dict"] = "dict_", ["set"] = "set_", ["int"] = "int_", ["str"] = "str_" };

    /// <summary>The modules that a program can import.</summary>
    public static IEnumerable<string> Names => s_names.Value.Where(name => name[0] != '_');

    /// <summary>A module, or null if there is none of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isInternal">Also one that programs cannot name.</param>
    public static (SourceFile Source, Module Tree)? Find(string name, bool isInternal) =>
        s_names.Value.Contains(name) && (isInternal || name[0] != '_') ? s_modules.GetOrAdd(name, Load) : null;

    /// <summary>The names that a module's functions, classes and assignments define.</summary>
    public static IEnumerable<string> Defined(Module tree)
    {
        foreach (Stmt statement in tree.Body)
        {
            switch (statement)
            {
                case FunctionDef def:
                    yield return def.Name;
                    break;
                case ClassDef def:
                    yield return def.Name;
                    break;
                case Assign { Targets: [Name name] }:
                    yield return name.Id;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The statements of a module that what is wanted of it needs, in their order. A name that a statement's text has counts as used.</summary>
    public static IEnumerable<Stmt> Needed(ModuleInfo module)
    {
        HashSet<string> defined = [.. Defined(module.Tree)];
        HashSet<string> needed = [.. module.Wanted];
        (Stmt Statement, HashSet<string> Names)[] statements =
            [.. module.Tree.Body.Select(s => (s, Words(module.Source.Text, s.Span.Start, s.Span.End).Where(defined.Contains).ToHashSet()))];
        HashSet<Stmt> kept = new(ReferenceEqualityComparer.Instance);
        bool grown = true;
        while (grown)
        {
            grown = false;
            foreach ((Stmt statement, HashSet<string> names) in statements)
            {
                bool isNeeded = statement switch
                {
                    FunctionDef def => needed.Contains(def.Name),
                    ClassDef def => needed.Contains(def.Name),
                    Assign { Targets: [Name name] } => needed.Contains(name.Id),
                    ExprStmt => names.Overlaps(needed),
                    _ => true,
                };
                if (isNeeded && kept.Add(statement))
                {
                    needed.UnionWith(names);
                    grown = true;
                }
            }
        }

        return module.Tree.Body.Where(kept.Contains);
    }

    private static IEnumerable<string> Words(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            int from = i;
            while (i < end && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_'))
            {
                i++;
            }

            if (i > from)
            {
                yield return text[from..i];
            }
        }
    }

    private static (SourceFile Source, Module Tree) Load(string name)
    {
        using StreamReader reader = new(typeof(Library).Assembly.GetManifestResourceStream($"{Resources}{name}.py")!);
        SourceFile source = SourceFile.FromText($"<library>/{name}.py", reader.ReadToEnd());
        ParseResult parsed = Parser.Parse(source);
        return (source, parsed.Module ?? throw new CompileException(parsed.Diagnostics[0]));
    }
}
