// The program as a whole: which functions it has, what they use, and the image made of them.
// Invariants: a function is emitted once a reachable instruction makes it; numbers are given in the order of first use, so that equal programs
// give equal images.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

/// <summary>A place where an attribute with a name such as <c>__code__</c> is read.</summary>
internal sealed record SpecialRead(string Name, SourceFile Source, SourceSpan Span);

/// <summary>Emits a program.</summary>
internal sealed class ProgramEmitter
{
    private readonly ModuleInfo _entry;
    private readonly Dictionary<Node, FunctionUnit> _units = new(ReferenceEqualityComparer.Instance);
    private readonly List<FunctionUnit> _order = [];
    private readonly Dictionary<(ModuleInfo Module, string Name), Symbol> _neverBound = [];
    private readonly HashSet<ImageRequirement> _requirements = [];
    private readonly PreludeLinker _prelude;
    private readonly HashSet<Symbol> _shadowed = [];
    private readonly HashSet<int> _functionBuiltins = [];
    private OpenProgram? _open;
    private int _emitted;

    private ProgramEmitter(Resolver resolver, ModuleInfo entry, CompileOptions options)
    {
        Resolver = resolver;
        Options = options;
        _entry = entry;
        Folding = new Folding(resolver, options);
        Direct = new DirectCalls(resolver, options);
        _prelude = new PreludeLinker(this);
    }

    public OpenProgram Open => _open!;

    public Resolver Resolver { get; }

    public CompileOptions Options { get; }

    public Folding Folding { get; }

    public DirectCalls Direct { get; }

    public ConstantPool Constants { get; } = new();

    public Features Features { get; } = new();

    /// <summary>Attributes with names such as <c>__code__</c> that the program reads.</summary>
    public List<SpecialRead> SpecialReads { get; } = [];

    /// <summary>Emits the resolved program; throws <see cref="CompileException"/> if it exceeds a limit or uses what cannot be emitted.</summary>
    public static (byte[] Image, DebugMap Map) Emit(Resolver resolver, ModuleInfo entry, CompileOptions options)
    {
        ProgramEmitter program = new(resolver, entry, options);
        program.EmitAll();
        foreach (int module in resolver.ImportedModules)
        {
            program._requirements.Add(new ImageRequirement(ImageRequirement.Module, module));
        }

        ImageLayout layout = new(program._order, program._prelude.Hooks, program.Requirements(), program.Features, entry);
        return layout.Write();
    }

    /// <summary>Bodies of what an input wants of modules of the library that were compiled for the ones before it.</summary>
    public List<FunctionUnit> Additions { get; } = [];

    /// <summary>An emitter for a program that grows by inputs.</summary>
    public static ProgramEmitter ForInputs(Resolver resolver, ModuleInfo entry, CompileOptions options, ProgramRoom room)
    {
        // What one input leaves out, as the names of parameters that nothing can see, a later one could want.
        ProgramEmitter program = new(resolver, entry, options) { _open = new OpenProgram(room) };
        program.Features.ObservesTypeErrors = true;
        program._order.Add(new FunctionUnit(entry.Scope, 0));
        program._emitted = 1;
        return program;
    }

    /// <summary>Emits the first image of a program that grows, then an extension for each input.</summary>
    public (byte[] Image, DebugMap Map) EmitInput(ModuleInfo input)
    {
        List<Symbol> shadowed = [.. ShadowedBuiltins()];
        if (shadowed.FirstOrDefault(s => _functionBuiltins.Contains(ShadowedBuiltin(s)!.Number)) is { } used)
        {
            throw new CompileException(new Diagnostic(
                DiagnosticKind.Unsupported, $"'{used.Name}' is a builtin that a function entered before uses, and goes on using: choose another name", input.Source, input.Tree.Span));
        }

        int before = _order.Count;
        FunctionUnit body = new(Resolver.Scopes[input.Tree], 0);
        _units[input.Tree] = body;
        _order[0] = body;
        Additions.Clear();
        foreach (ModuleInfo module in Resolver.Modules.Where(m => m.IsLibrary && _units.ContainsKey(m.Tree) && !Library.Needed(m).All(m.Compiled.Contains)))
        {
            FunctionUnit addition = new(module.Scope, _order.Count);
            _order.Add(addition);
            Additions.Add(addition);
        }

        FunctionEmitter.Emit(this, body);
        Peephole.Run(body.Code, IsMethod);
        Note(body);
        _shadowed.UnionWith(shadowed);
        EmitPending();
        CheckSpecialReads();
        while (_prelude.Link())
        {
            EmitPending();
        }

        foreach (int module in Resolver.ImportedModules)
        {
            _requirements.Add(new ImageRequirement(ImageRequirement.Module, module));
        }

        List<FunctionUnit> units = [body, .. _order.Skip(before)];
        Dictionary<int, FunctionUnit> hooks = _prelude.Hooks.Where(h => !_open!.Hooks.Contains(h.Key)).ToDictionary();
        ImageLayout layout = new(units, hooks, [.. Requirements().Where(r => !_open!.Requirements.Contains(r))], Features, input, _open);
        return layout.Write();
    }

    /// <summary>The unit of a function's node, emitted later.</summary>
    public FunctionUnit Unit(Node node)
    {
        if (!_units.TryGetValue(node, out FunctionUnit? unit))
        {
            _units[node] = unit = new FunctionUnit(Resolver.Scopes[node], _order.Count);
            _order.Add(unit);
        }

        return unit;
    }

    /// <summary>A static that nothing binds: what a class body falls back to for a name that only it knows.</summary>
    public Symbol NeverBound(ModuleInfo module, string name)
    {
        if (!_neverBound.TryGetValue((module, name), out Symbol? symbol))
        {
            _neverBound[(module, name)] = symbol = new Symbol(name, module.Scope) { IsShared = true };
        }

        return symbol;
    }

    /// <summary>Variables of modules that have a builtin's name.</summary>
    public IEnumerable<Symbol> ShadowedBuiltins() =>
        from module in Resolver.Modules
        from symbol in module.Scope.Symbols.Values
        where symbol is { IsAlias: false, Bindings: > 0 } && (symbol.IsShared || _open is not null) && ShadowedBuiltin(symbol) is not null && !_shadowed.Contains(symbol)
        select symbol;

    /// <summary>The builtin whose name a variable has, or null.</summary>
    public static BuiltinInfo? ShadowedBuiltin(Symbol symbol) =>
        BuiltinInfo.Find("builtins", symbol.Name) is { Kind: not (BuiltinKind.HiddenType or BuiltinKind.Module) } found ? found : null;

    /// <summary>The function of the Python half that a name of it stands for, or null.</summary>
    public FunctionUnit? PreludeFunction(Symbol symbol) => _prelude.Function(symbol.Name);

    /// <summary>Asks the policy for a pin now, and again when the image is loaded.</summary>
    public void RequirePin(int pin, PinNeed need, SourceFile source, SourceSpan span)
    {
        if (Options.PinRefusal?.Invoke(pin, need) is { } refusal)
        {
            throw new CompileException(new Diagnostic(DiagnosticKind.PolicyError, refusal, source, span));
        }

        _requirements.Add(new ImageRequirement(need == PinNeed.Analog ? ImageRequirement.PinInput : (int)need, pin));
    }

    // Sorted. Whoever asks for a direction needs not ask for any.
    private List<ImageRequirement> Requirements()
    {
        List<ImageRequirement> requirements = [];
        foreach (ImageRequirement need in _requirements)
        {
            if (need.Kind != ImageRequirement.PinAny || (!_requirements.Contains(new(ImageRequirement.PinInput, need.Value)) && !_requirements.Contains(new(ImageRequirement.PinOutput, need.Value))))
            {
                requirements.Add(need);
            }
        }

        requirements.Sort((a, b) => a.Kind != b.Kind ? a.Kind - b.Kind : a.Value - b.Value);
        return requirements;
    }

    private void EmitAll()
    {
        FunctionUnit main = Unit(_entry.Tree);
        ScanHandlers();
        EmitPending();
        CheckSpecialReads();
        List<Symbol> shadowed = [.. ShadowedBuiltins()];
        if (shadowed.Count > 0)
        {
            FunctionEmitter.Emit(this, main);
            Peephole.Run(main.Code, IsMethod);
            Note(main);
        }

        while (_prelude.Link())
        {
            EmitPending();
        }
    }

    // A special attribute that no builtin value has and that nothing in the program sets would be an AttributeError for certain.
    private void CheckSpecialReads()
    {
        if (Features.Builtins.Contains(Builtin.setattr) || Features.ClassNames.Contains("__getattr__"))
        {
            return;
        }

        foreach ((string name, SourceFile source, SourceSpan span) in SpecialReads)
        {
            if (!Unsupported.KnownSpecials.Contains(name) && !Features.ClassNames.Contains(name) && !Features.StoredNames.Contains(name))
            {
                string hint = name == "pend_throw" ? "use throw()" : NameInfo.Texts.Contains(name) ? "use the operator or the function that stands for it" : "no value has it";
                throw new CompileException(new Diagnostic(DiagnosticKind.Unsupported, $"the attribute '{name}' is not supported by TinyPy: {hint}", source, span));
            }
        }
    }

    // Whether a class of the program could have a method of that name, so that a call of one is worth a hint.
    private bool IsMethod(string name) => Resolver.AllScopes.Any(s => s.Kind == ScopeKind.Class && s.Symbols.ContainsKey(name));

    private void EmitPending()
    {
        for (; _emitted < _order.Count; _emitted++)
        {
            if (_order.Count > Limit.MAX_FUNCTIONS)
            {
                throw new CompileException(new Diagnostic(
                    DiagnosticKind.Limit, $"the program has more than {Limit.MAX_FUNCTIONS} functions", _entry.Source, _order[^1].Scope.Node.Span));
            }

            FunctionUnit unit = _order[_emitted];
            FunctionEmitter.Emit(this, unit);
            Peephole.Run(unit.Code, IsMethod);
            Note(unit);
        }
    }

    // Whether a handler could hold a TypeError and look at it.
    private void ScanHandlers()
    {
        foreach (Scope scope in Resolver.AllScopes)
        {
            if (scope.Kind == ScopeKind.Class && scope.Symbols.ContainsKey("__exit__"))
            {
                Features.ObservesTypeErrors = true;
            }
        }

        foreach (ModuleInfo module in Resolver.Modules)
        {
            Features.ObservesTypeErrors |= HandlerScan.CatchesTypeErrors(module.Tree);
        }
    }

    private void Note(FunctionUnit unit)
    {
        Features.HasGenerator |= unit.Scope.IsGenerator;
        Features.HasClass |= unit.Scope.Kind == ScopeKind.Class;
        Features.HasIteratorObjects |= KeepsIterators(unit.Code.Instructions);
        foreach (Instruction instruction in unit.Code.Instructions)
        {
            Features.Opcodes.Add(instruction.Op);
            Features.Opcodes.Add(Peephole.Plain(instruction.Op));
            switch (instruction.Op)
            {
                case Op.CALL_BUILTIN or Op.LOAD_BUILTIN:
                    Features.Builtins.Add(instruction.A);
                    if (unit.Index != 0 && !unit.Scope.Module.IsInternal)
                    {
                        _functionBuiltins.Add(instruction.A);
                    }

                    Features.BuiltinCalls.Add((instruction.A, instruction.Op == Op.LOAD_BUILTIN ? -1 : instruction.B));
                    break;
                case Op.CALL_BUILTIN_KW:
                    Features.Builtins.Add(instruction.A);
                    foreach (string name in ((ConstantNames)((ConstantEntry)instruction.Ref!).Value!).Names)
                    {
                        Features.BuiltinKeywords.Add((instruction.A, name));
                    }

                    break;
                case Op.CALL_KW or Op.CALL_METHOD_KW:
                    Features.KeywordNames.UnionWith(((ConstantNames)((ConstantEntry)instruction.Ref!).Value!).Names);
                    break;
                case Op.SET_SELF when unit.Scope.Kind == ScopeKind.Class:
                    Features.ClassNames.Add((string)instruction.Ref!);
                    break;
                case Op.SET_ATTR or Op.SET_SELF:
                    Features.StoredNames.Add((string)instruction.Ref!);
                    break;
                case Op.GET_ATTR or Op.GET_SELF or Op.LOAD_METHOD or Op.LOAD_METHOD_L or Op.LOAD_SUPER:
                    Features.Attributes.Add((string)instruction.Ref!);
                    break;
                case Op.LOAD_STATIC:
                    NoteConstant((ConstantEntry)instruction.Ref!);
                    break;
                default:
                    break;
            }
        }
    }

    // `for i, x in enumerate(a)` keeps none.
    private static bool KeepsIterators(List<Instruction> code)
    {
        for (int i = 0; i < code.Count; i++)
        {
            if (code[i].Op is (Op.CALL_BUILTIN or Op.CALL_BUILTIN_KW or Op.LOAD_BUILTIN) && code[i].A is (Builtin.iter or Builtin.enumerate or Builtin.reversed)
                && (code[i].Op == Op.LOAD_BUILTIN || i + 1 == code.Count || code[i + 1].Op != Op.GET_ITER))
            {
                return true;
            }
        }

        return false;
    }

    private void NoteConstant(ConstantEntry constant)
    {
        if (constant.Value is string text)
        {
            Features.Strings.Add(text);
        }

        Features.HasBytes |= constant.Value is byte[];

        foreach (ConstantEntry item in constant.Items)
        {
            NoteConstant(item);
        }
    }
}
