// Class statements. Invariant: a builtin type that stands as a base becomes its class of the library; a class is made, then decorated, then bound.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    // A function of the library's module for class statements.
    private void LoadHelper(string function, SourceSpan span)
    {
        ModuleInfo module = _program.Resolver.BaseModule("descriptors");
        RunModule(module, span);
        LoadBinding(new Binding(BindingKind.Global, _program.Resolver.Member(module, function)), function, span);
    }

    // A builtin type as a base is a class of the library that does what the type does.
    private void BaseClass(Expr item)
    {
        int builtin = CallableBuiltin(item);
        if (builtin < 0 || builtin == Builtin.@object || BuiltinInfo.All[builtin]!.Kind == BuiltinKind.Exception)
        {
            Expression(item);
            return;
        }

        string name = BuiltinInfo.All[builtin]!.Name;
        if (item is not Name || !Library.Bases.TryGetValue(name, out string? member))
        {
            throw Error(DiagnosticKind.Unsupported, $"a class that extends '{name}' is not supported by TinyPy: keep the value in an attribute", item.Span);
        }

        ModuleInfo module = _program.Resolver.BaseModule(name);
        RunModule(module, item.Span);
        LoadBinding(new Binding(BindingKind.Global, _program.Resolver.Member(module, member)), member, item.Span);
    }

    private void DefineClass(ClassDef def)
    {
        foreach (Expr decorator in def.Decorators)
        {
            Expression(decorator);
        }

        bool hasNames = _program.Resolver.HasSetName && !_frame.Module.IsInternal && !def.Body.All(s => s is FunctionDef or Pass or ExprStmt);
        if (hasNames)
        {
            LoadHelper("set_names", def.NameSpan);
        }

        MakeFunction(def, null, def.NameSpan);
        foreach (Expr item in def.Bases)
        {
            BaseClass(item);
        }

        Add(Op.BUILD_CLASS, def.NameSpan, def.Bases.Length, reference: def.Name);
        Add(Op.CALL, def.NameSpan, 1);
        if (hasNames)
        {
            Add(Op.CALL, def.NameSpan, 1);
        }

        for (int i = def.Decorators.Length - 1; i >= 0; i--)
        {
            Add(Op.CALL, def.Decorators[i].Span, 1);
        }

        StoreName(def.Name, def.NameSpan);
    }
}
