// Names that nothing binds: an error with a suggestion, unless the program expects a NameError or an input to come may bind it.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Resolve;

internal sealed partial class Resolver
{
    private void BindUse(Scope scope, string name, SourceSpan span)
    {
        Binding binding = Lookup(scope, name);
        if (binding.Kind != BindingKind.Undefined || name is "__name__" or "__doc__" or "__debug__" or "__class__" || Diagnostics.Count >= MaxErrors)
        {
            return;
        }

        if (scope.Frame.Kind == ScopeKind.Class && name is "__qualname__" or "__module__")
        {
            return;
        }

        // A class around binds the name, but cannot be seen from here: a mistake that Python finds at run time only, and some programs expect.
        for (Scope? outer = scope.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Kind == ScopeKind.Class && outer.Symbols.ContainsKey(name))
            {
                return;
            }
        }

        if (Unsupported.Builtins.TryGetValue(name, out string? why))
        {
            Diagnostics.Add(new Diagnostic(DiagnosticKind.Unsupported, $"'{name}' is not supported by TinyPy: {why}", scope.Module.Source, span));
            return;
        }

        if (IsInteractive && scope.Frame.Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Generator && scope.Module.IsEntry)
        {
            // An input to come may define it; until then it is a NameError when the function runs.
            Symbol later = scope.Module.Scope.Define(name);
            later.IsShared = true;
            scope.Bindings[name] = new Binding(BindingKind.Global, later);
            return;
        }

        string hint = Suggestions.Hint(name, Visible(scope));
        if (hint.Length == 0 && (ExpectsNameErrors || !scope.UncaughtUses.Contains(name)))
        {
            // Where the program catches a NameError, it gets one, unless it looks like a slip of the pen.
            return;
        }

        string message = $"name '{name}' is not defined{hint}";
        if (BuiltinInfo.FindModule(name) is not null && name != "_tinypy")
        {
            message = $"name '{name}' is not defined. Did you forget to import '{name}'?";
        }

        Diagnostics.Add(new Diagnostic(DiagnosticKind.NameError, message, scope.Module.Source, span));
    }

    private IEnumerable<string> Visible(Scope scope)
    {
        for (Scope? s = scope; s is not null; s = s.Parent)
        {
            if (s.Kind != ScopeKind.Class || s == scope)
            {
                foreach (string name in s.Symbols.Keys)
                {
                    yield return name;
                }
            }
        }

        foreach (BuiltinInfo? builtin in BuiltinInfo.All)
        {
            if (builtin is { Module: "builtins" } && builtin.Kind is not (BuiltinKind.HiddenType or BuiltinKind.Module))
            {
                yield return builtin.Name;
            }
        }
    }
}
