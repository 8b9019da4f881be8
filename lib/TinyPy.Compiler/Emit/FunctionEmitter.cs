// Tree to instructions, one function at a time. This part: the frame's locals, names, and the function as a whole.
// Invariants: a slot is the same variable's for the whole function, or a temporary's between Take and Give; Bound never claims a local
// that could be unbound; unreachable code is not emitted.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

/// <summary>A function of the image.</summary>
internal sealed class FunctionUnit(Scope scope, int index)
{
    public Scope Scope { get; } = scope;

    public int Index { get; } = index;

    public Code Code { get; set; } = new();

    public int Locals { get; set; }

    /// <summary>The variable in each slot; null for temporaries.</summary>
    public List<string?> LocalNames { get; set; } = [];

    /// <summary>The statements of a module of the library that it has; null for other functions and before it is emitted.</summary>
    public Stmt[]? Body { get; set; }

    /// <summary>Bytes of code, known after layout.</summary>
    public int Size { get; set; }
}

/// <summary>Emits one function.</summary>
internal sealed partial class FunctionEmitter
{
    // Beyond this many, a module's variables stay statics, so that temporaries find room.
    private const int MaxModuleLocals = 200;

    private readonly ProgramEmitter _program;
    private readonly FunctionUnit _unit;
    private readonly Scope _frame;
    private readonly Code _code = new();
    private readonly List<int> _freeSlots = [];
    private readonly Dictionary<Symbol, int> _comprehended = [];
    private readonly List<string?> _localNames = [];
    private readonly Dictionary<int, Instruction> _clearable = [];
    private Scope _scope;
    private SlotSet _deletable;
    private int _slots;
    private int _firstFree;
    private bool _again;

    private FunctionEmitter(ProgramEmitter program, FunctionUnit unit)
    {
        _program = program;
        _unit = unit;
        _frame = unit.Scope;
        _scope = unit.Scope;
    }

    /// <summary>Emits the code of a unit. A module's body is emitted again if a variable turned out not to fit a local.</summary>
    public static void Emit(ProgramEmitter program, FunctionUnit unit)
    {
        FunctionEmitter emitter;
        do
        {
            emitter = new FunctionEmitter(program, unit);
            emitter.Run();
        }
        while (emitter._again);

        unit.Code = emitter._code;
        unit.Locals = emitter._slots;
        unit.LocalNames = emitter._localNames;
    }

    private CompileException Error(DiagnosticKind kind, string message, SourceSpan span) =>
        new(new Diagnostic(kind, message, _frame.Module.Source, span));

    private void Run()
    {
        AssignSlots();
        SourceSpan start = new(_frame.Node.Span.Start, _frame.Node.Span.Start);
        if (_frame.Frees.Count > 0)
        {
            Add(Op.COPY_FREE, start, FreeSlot(_frame.Frees[0]), _frame.Frees.Count);
        }

        // The defaults of a function of the Python half: a parameter that will be a cell is tested before it is one.
        FunctionDef? hook = _frame is { Module.IsPrelude: true, Parent.Kind: ScopeKind.Module } ? _frame.Node as FunctionDef : null;
        if (hook is not null && !_frame.IsGenerator)
        {
            Defaults(hook.Parameters);
        }

        foreach (Symbol symbol in _frame.Symbols.Values.Append(_frame.ClassCell!))
        {
            if (symbol is { IsCaptured: true, Slot: >= 0 } && !symbol.IsModuleLevel)
            {
                Add(Op.MAKE_CELL, start, symbol.Slot);
            }
        }

        // The verifier wants to see every cell made at the start; a comprehension makes its own anew each time it runs.
        foreach (Symbol symbol in _frame.Comprehensions.SelectMany(c => c.Symbols.Values).Where(s => s.IsCaptured))
        {
            Add(Op.MAKE_CELL, start, _comprehended[symbol]);
        }

        if (_frame.IsGenerator)
        {
            Add(Op.MAKE_GENERATOR, start);
        }

        switch (_frame.Node)
        {
            case Module module:
                ModuleBody(module, start);
                break;
            case FunctionDef def:
                if (hook is not null && _frame.IsGenerator)
                {
                    Defaults(def.Parameters);
                }

                Block(def.Body);
                break;
            case Lambda lambda:
                Expression(lambda.Body);
                Add(Op.RETURN, lambda.Body.Span);
                break;
            case ClassDef def:
                if (_frame.ClassCell is { IsCaptured: true } cell)
                {
                    Load(0, start);
                    Add(Op.STORE_CELL, start, cell.Slot);
                }

                if (_program.Resolver.ReadsDocstrings && Folding.Docstring(def.Body) is { } doc)
                {
                    Push(doc, start);
                    Add(Op.SET_SELF, start, reference: "__doc__");
                }

                Block(def.Body);
                Load(0, start);
                Add(Op.RETURN, start);
                break;
            case GeneratorExp generator:
                GeneratorBody(generator);
                break;
            default:
                break;
        }

        Add(Op.RETURN_NONE, new SourceSpan(_frame.Node.Span.End, _frame.Node.Span.End));
        if (_slots > Limit.MAX_LOCALS)
        {
            throw Error(DiagnosticKind.Limit, $"the function '{_frame.Name}' needs more than {Limit.MAX_LOCALS} local variables", _frame.Node.Span);
        }
    }

    private void ModuleBody(Module module, SourceSpan start)
    {
        if (_frame.Module.IsEntry)
        {
            // A builtin's name that the program binds later means the builtin until then.
            foreach (Symbol symbol in _program.ShadowedBuiltins())
            {
                Add(Op.LOAD_BUILTIN, start, BuiltinInfo.Find("builtins", symbol.Name)!.Number);
                Add(Op.STORE_GLOBAL, start, reference: symbol);
            }
        }

        foreach (FunctionUnit more in _frame.Module.IsEntry ? _program.Additions : [])
        {
            // What this input wants of a module of the library beyond what those before it did.
            RunModule(more.Scope.Module, start);
            Add(Op.MAKE_FUNCTION, start, reference: more);
            Add(Op.CALL, start);
            Add(Op.POP, start);
        }

        foreach (ImportFrom first in _frame.Module.Implicit)
        {
            ImportFromStatement(first);
        }

        Block(_frame.Module.IsLibrary ? [.. _unit.Body ??= [.. Library.Needed(_frame.Module).Where(_frame.Module.Compiled.Add)]] : module.Body);
    }

    // A hook's function gets only the parameters that were given.
    private void Defaults(Parameters parameters)
    {
        int firstDefault = parameters.PosOnlyArgs.Length + parameters.Args.Length - parameters.Defaults.Length;
        for (int i = 0; i < parameters.Defaults.Length; i++)
        {
            Default(_frame.Parameters[firstDefault + i], parameters.Defaults[i]);
        }

        for (int i = 0; i < parameters.KwDefaults.Length; i++)
        {
            if (parameters.KwDefaults[i] is { } value)
            {
                Default(_frame.Parameters[parameters.PosOnlyArgs.Length + parameters.Args.Length + i], value);
            }
        }
    }

    private void Default(Symbol parameter, Expr value)
    {
        Label given = new();
        Add(Op.JUMP_IF_BOUND, value.Span, parameter.Slot, target: given);
        Expression(value);
        Add(Op.STORE_LOCAL, value.Span, parameter.Slot);
        _code.Mark(given);
    }

    private void AssignSlots()
    {
        foreach (Symbol parameter in _frame.Parameters)
        {
            parameter.Slot = NewSlot(parameter.Name);
            _code.Bound = _code.Bound.With(parameter.Slot);
        }

        if (_frame.Kind == ScopeKind.Class)
        {
            NewSlot(null);
            _code.Bound = _code.Bound.With(0);
            if (_frame.ClassCell is { IsCaptured: true } cell)
            {
                cell.Slot = NewSlot(cell.Name);
            }
        }
        else
        {
            IEnumerable<Symbol> named = _frame.Symbols.Values.Where(s => !s.IsParameter && !s.IsAlias);
            if (_frame.Kind == ScopeKind.Module)
            {
                bool isOpen = _program.Options.ExportGlobals || _frame.Module.IsPrelude;
                named = named.Where(s => !s.IsShared && !isOpen);
            }

            foreach (Symbol symbol in named.OrderByDescending(s => s.Weight))
            {
                if (_frame.Kind == ScopeKind.Module && _slots >= MaxModuleLocals)
                {
                    symbol.IsShared = true;
                    symbol.Slot = -1;
                    continue;
                }

                symbol.Slot = NewSlot(symbol.Name);
                if (symbol.IsDeleted && symbol.Slot < Limit.MAX_LOCALS)
                {
                    _deletable = _deletable.With(symbol.Slot);
                }
            }
        }

        foreach (Symbol parameter in _frame.Parameters)
        {
            if (parameter.IsDeleted && parameter.Slot < Limit.MAX_LOCALS)
            {
                _deletable = _deletable.With(parameter.Slot);
            }
        }

        _firstFree = _slots;
        foreach (Symbol free in _frame.Frees)
        {
            NewSlot(free.Name);
        }

        foreach (Symbol symbol in _frame.Comprehensions.SelectMany(c => c.Symbols.Values).Where(s => s.IsCaptured))
        {
            _comprehended[symbol] = NewSlot(symbol.Name);
        }
    }

    private int FreeSlot(Symbol symbol) => _firstFree + _frame.FreeIndex(symbol);

    private int NewSlot(string? name)
    {
        if (_slots >= Limit.MAX_LOCALS)
        {
            throw Error(
                DiagnosticKind.Limit,
                $"'{_frame.Name}' needs more than {Limit.MAX_LOCALS} local variables: split it",
                new SourceSpan(_frame.Node.Span.Start, _frame.Node.Span.Start));
        }

        _localNames.Add(name);
        return _slots++;
    }

    /// <summary>A local of the compiler's own.</summary>
    private int Take()
    {
        if (_freeSlots.Count == 0)
        {
            return NewSlot(null);
        }

        int slot = _freeSlots[^1];
        _freeSlots.RemoveAt(_freeSlots.Count - 1);
        _code.Bound = _code.Bound.Without(slot);
        return slot;
    }

    private void Give(int slot) => _freeSlots.Add(slot);

    private Instruction? Add(int op, SourceSpan span, int a = 0, int b = 0, object? reference = null, Label? target = null) =>
        _code.Add(op, span, a, b, reference, target);

    private bool IsBound(int slot) => _code.Bound.Has(slot);

    private void SetBound(int slot) => _code.Bound = _code.Bound.With(slot);

    private void Load(int slot, SourceSpan span) => Add(Op.LOAD_LOCAL, span, slot);

    private void Store(int slot, SourceSpan span)
    {
        Add(Op.STORE_LOCAL, span, slot);
        SetBound(slot);
    }

    /// <summary>The slot of a plain variable of this frame (not a cell), or -1.</summary>
    private int PlainSlot(Binding binding)
    {
        if (binding.Symbol is not { IsAlias: false } symbol || (symbol.IsCaptured && !symbol.IsModuleLevel))
        {
            return -1;
        }

        return binding.Kind switch
        {
            BindingKind.Local => SlotOf(symbol),
            BindingKind.Global when !symbol.IsShared && symbol.Owner == _frame => symbol.Slot,
            _ => -1,
        };
    }

    private int SlotOf(Symbol symbol) => symbol.Owner.Kind == ScopeKind.Comprehension ? _comprehended[symbol] : symbol.Slot;

    /// <summary>The slot of a plain variable that an expression names and that is known to be bound, or -1.</summary>
    private int BoundSlot(Expr expression)
    {
        if (expression is not Name name)
        {
            return -1;
        }

        int slot = PlainSlot(Find(name.Id));
        return slot >= 0 && IsBound(slot) ? slot : -1;
    }
}
