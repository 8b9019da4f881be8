// What the resolver adds of the library although no import names it: classes that stand for builtin types, helpers of class statements.
// Invariant: a module of the library is added once.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Resolve;

internal sealed partial class Resolver
{
    /// <summary>A class of the program has a base of that name, which may be the builtin type: its class of the library is needed.</summary>
    public void AddBase(string name)
    {
        ModuleInfo module = BaseModule(name);
        MemberImports.Add((module, new Alias(default, Library.Bases[name], null), module));
    }

    /// <summary>A function of the library that class statements ask for is needed.</summary>
    public void AddHelper(string function)
    {
        ModuleInfo module = BaseModule("descriptors");
        MemberImports.Add((module, new Alias(default, function, null), module));
    }

    /// <summary>The module of the library with the class that stands for a builtin type as a base.</summary>
    public ModuleInfo BaseModule(string name)
    {
        string file = "_" + name;
        if (_modules.TryGetValue(file, out ModuleInfo? module) && module.IsLibrary)
        {
            return module;
        }

        (SourceFile source, Module tree) = Library.Find(file, true)!.Value;
        return Add(file, source, tree, false, true);
    }
}
