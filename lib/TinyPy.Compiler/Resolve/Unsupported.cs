// Builtins of CPython that TinyPy leaves out, one sentence each, so that a program that names one is told why.


namespace TinyPy.Compiler.Resolve;

/// <summary>What the subset leaves out by name.</summary>
internal static class Unsupported
{
    private const string NoCode = "a program is compiled before it reaches the board, which has no compiler";
    private const string NoFiles = "there are no files on the board";
    private const string NoException = "nothing in TinyPy raises it; catch OSError or Exception";

    /// <summary>Special methods that Python calls and TinyPy would not: defining one is refused, so that it is not silently without effect.</summary>
    public static HashSet<string> SpecialMethods { get; } =
    [
        "__del__", "__getattribute__", "__init_subclass__", "__class_getitem__", "__dir__",
        "__instancecheck__", "__subclasscheck__", "__prepare__", "__mro_entries__",
    ];

    /// <summary>Special attributes that builtin values, classes or functions have.</summary>
    public static HashSet<string> KnownSpecials { get; } =
    [
        .. Generated.MethodInfo.All.Where(m => m is not null && m.Name.StartsWith("__", StringComparison.Ordinal)).Select(m => m!.Name),
        "__name__", "__qualname__", "__doc__", "__bases__", "__mro__", "__dict__", "__module__", "__class__", "__self__", "__func__",
        "__cause__", "__context__", "__suppress_context__", "__traceback__", "__enter__", "__exit__",
    ];

    /// <summary>The builtin and why it is not there.</summary>
    public static IReadOnlyDictionary<string, string> Builtins { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["exec"] = NoCode,
        ["eval"] = NoCode,
        ["compile"] = NoCode,
        ["__import__"] = "use an import statement, which is resolved when the program is compiled",
        ["__build_class__"] = "use a class statement",
        ["__file__"] = NoFiles,
        ["__loader__"] = NoCode,
        ["__spec__"] = NoCode,
        ["__builtins__"] = "builtins are not a module here",
        ["__annotations__"] = "annotations are not evaluated",
        ["globals"] = "names are resolved when the program is compiled; keep the values in a dict of your own",
        ["locals"] = "names are resolved when the program is compiled; keep the values in a dict of your own",
        ["open"] = NoFiles,
        ["input"] = "there is nobody at the board to type",
        ["memoryview"] = "use bytes or bytearray and slices of them",
        ["breakpoint"] = "there is no debugger on the board",
        ["help"] = "there is no help system on the board",
        ["exit"] = "use sys.exit()",
        ["quit"] = "use sys.exit()",
        ["aiter"] = "there is no async; use generators",
        ["anext"] = "there is no async; use generators",
        ["copyright"] = "there is no interactive interpreter",
        ["credits"] = "there is no interactive interpreter",
        ["license"] = "there is no interactive interpreter",
        ["BaseExceptionGroup"] = "there are no exception groups",
        ["ExceptionGroup"] = "there are no exception groups",
        ["EncodingWarning"] = "there are no such warnings",
        ["FutureWarning"] = "use UserWarning or a class of your own",
        ["ImportWarning"] = "use UserWarning or a class of your own",
        ["BytesWarning"] = "use UserWarning or a class of your own",
        ["PendingDeprecationWarning"] = "use DeprecationWarning",
        ["ResourceWarning"] = "use UserWarning or a class of your own",
        ["SyntaxWarning"] = "use UserWarning or a class of your own",
        ["UnicodeWarning"] = "use UserWarning or a class of your own",
        ["TabError"] = "use IndentationError",
        ["UnicodeTranslateError"] = "use UnicodeError",
        ["EnvironmentError"] = "use OSError",
        ["IOError"] = "use OSError",
        ["BlockingIOError"] = NoException,
        ["BrokenPipeError"] = NoException,
        ["ChildProcessError"] = NoException,
        ["ConnectionError"] = NoException,
        ["ConnectionAbortedError"] = NoException,
        ["ConnectionRefusedError"] = NoException,
        ["ConnectionResetError"] = NoException,
        ["FileExistsError"] = NoException,
        ["FileNotFoundError"] = NoException,
        ["InterruptedError"] = NoException,
        ["IsADirectoryError"] = NoException,
        ["NotADirectoryError"] = NoException,
        ["ProcessLookupError"] = NoException,
    };
}
