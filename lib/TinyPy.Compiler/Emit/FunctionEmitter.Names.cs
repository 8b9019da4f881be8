// Names: loading, storing and deleting them, wherever the resolver put them. Invariant: a local that may be unbound is checked before it is read.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    private Binding Find(string name) => _program.Resolver.Lookup(_scope, _scope.Mangle(name));

    private int CellSlot(Binding binding) =>
        binding.Kind == BindingKind.Free ? FreeSlot(binding.Symbol!)
        : binding.Kind == BindingKind.Local && binding.Symbol is { IsCaptured: true } symbol ? SlotOf(symbol) : -1;

    // A module's variable that may be unbound here needs NameError's own text: it becomes a static, and the body is emitted again.
    private void Demote(Symbol symbol)
    {
        symbol.IsShared = true;
        _again = true;
    }

    private void LoadName(Name name)
    {
        if (_program.Folding.TryFold(name, _scope, out object? constant))
        {
            Push(constant, name.Span);
            return;
        }

        LoadBinding(Find(name.Id), _scope.Mangle(name.Id), name.Span);
    }

    private void LoadBinding(Binding binding, string name, SourceSpan span)
    {
        if (binding.Symbol is { IsAlias: true, Import: { } import })
        {
            if (import.Module is not null)
            {
                throw Error(
                    DiagnosticKind.Unsupported,
                    $"the module '{import.Module.Name}' used as a value is not supported by TinyPy: name one of its attributes",
                    span);
            }

            LoadBuiltin(import.Builtin, span);
            return;
        }

        switch (binding.Kind)
        {
            case BindingKind.Class:
                Label found = new();
                Add(Op.CLASS_LOOKUP, span, reference: name, target: found);
                LoadFallback(binding.Fallback!, name, span);
                _code.Mark(found);
                break;
            case BindingKind.Builtin:
                LoadBuiltin(binding.Builtin, span);
                break;
            case BindingKind.Undefined:
                Add(Op.LOAD_GLOBAL, span, reference: _program.NeverBound(_frame.Module, name));
                break;
            default:
                LoadVariable(binding, span);
                break;
        }
    }

    private void LoadFallback(Binding fallback, string name, SourceSpan span)
    {
        if (fallback.Kind == BindingKind.Undefined)
        {
            Add(Op.LOAD_GLOBAL, span, reference: _program.NeverBound(_frame.Module, name));
        }
        else
        {
            LoadBinding(fallback, name, span);
        }
    }

    private void LoadVariable(Binding binding, SourceSpan span)
    {
        Symbol symbol = binding.Symbol!;
        int cell = CellSlot(binding);
        int slot = PlainSlot(binding);
        if (cell >= 0)
        {
            Add(Op.LOAD_CELL, span, cell);
        }
        else if (slot < 0)
        {
            if (_frame.Module.IsPrelude && _program.PreludeFunction(symbol) is { Scope.Node: FunctionDef def })
            {
                // Functions of the Python half are made where they are called: the half has no body that could run and keep them.
                MakeFunction(def, def.Parameters, span);
                return;
            }

            Add(Op.LOAD_GLOBAL, span, reference: symbol);
        }
        else if (IsBound(slot))
        {
            Load(slot, span);
        }
        else if (symbol.IsModuleLevel)
        {
            if (_code.Reachable)
            {
                Demote(symbol);
            }
        }
        else
        {
            if (_clearable.TryGetValue(slot, out Instruction? place) && place.Op == Code.Nothing)
            {
                place.Op = Op.CLEAR_LOCAL;
                place.A = slot;
            }

            Add(Op.LOAD_LOCAL_CHECK, span, slot);
            SetBound(slot);
        }
    }

    private void LoadBuiltin(int builtin, SourceSpan span)
    {
        switch (builtin)
        {
            case Builtin.None:
                Add(Op.PUSH_NONE, span);
                break;
            case Builtin.True:
                Add(Op.PUSH_TRUE, span);
                break;
            case Builtin.False:
                Add(Op.PUSH_FALSE, span);
                break;
            default:
                Add(Op.LOAD_BUILTIN, span, builtin);
                break;
        }
    }

    private void StoreName(string id, SourceSpan span)
    {
        string name = _scope.Mangle(id);
        Binding binding = _program.Resolver.Lookup(_scope, name);
        if (binding.Symbol is { IsAlias: true })
        {
            throw Error(DiagnosticKind.Unsupported, $"assigning to the imported name '{id}' here is not supported by TinyPy", span);
        }

        if (binding.Kind == BindingKind.Class)
        {
            Add(Op.SET_SELF, span, reference: name);
            return;
        }

        int cell = CellSlot(binding);
        int slot = PlainSlot(binding);
        if (cell >= 0)
        {
            Add(Op.STORE_CELL, span, cell);
        }
        else if (slot >= 0)
        {
            Store(slot, span);
        }
        else
        {
            Add(Op.STORE_GLOBAL, span, reference: binding.Symbol);
        }
    }

    private void DeleteName(string id, SourceSpan span)
    {
        string name = _scope.Mangle(id);
        Binding binding = _program.Resolver.Lookup(_scope, name);
        if (binding.Kind == BindingKind.Class)
        {
            Load(0, span);
            Add(Op.DEL_ATTR, span, reference: name);
            return;
        }

        int cell = CellSlot(binding);
        int slot = PlainSlot(binding);
        if (cell >= 0)
        {
            Add(Op.DELETE_CELL, span, cell);
        }
        else if (slot < 0)
        {
            Symbol symbol = binding.Symbol ?? _program.NeverBound(_frame.Module, name);
            Add(Op.DELETE_GLOBAL, span, reference: symbol);
            if (symbol.Bindings > 0 && ProgramEmitter.ShadowedBuiltin(symbol) is { } builtin)
            {
                Add(Op.LOAD_BUILTIN, span, builtin.Number);
                Add(Op.STORE_GLOBAL, span, reference: symbol);
            }
        }
        else if (IsBound(slot))
        {
            Add(Op.CLEAR_LOCAL, span, slot);
            _code.Bound = _code.Bound.Without(slot);
        }
        else if (binding.Symbol!.IsModuleLevel)
        {
            if (_code.Reachable)
            {
                Demote(binding.Symbol);
            }
        }
        else
        {
            Add(Op.DELETE_LOCAL, span, slot);
        }
    }

    /// <summary>Unbinds the name of an <c>except ... as</c>, bound or not.</summary>
    private void ClearName(string id, SourceSpan span)
    {
        Binding binding = _program.Resolver.Lookup(_scope, _scope.Mangle(id));
        int slot = PlainSlot(binding);
        if (slot >= 0)
        {
            Add(Op.CLEAR_LOCAL, span, slot);
            _code.Bound = _code.Bound.Without(slot);
            return;
        }

        Add(Op.PUSH_NONE, span);
        StoreName(id, span);
        DeleteName(id, span);
    }

    private void Push(object? constant, SourceSpan span)
    {
        switch (constant)
        {
            case null:
                Add(Op.PUSH_NONE, span);
                break;
            case bool b:
                Add(b ? Op.PUSH_TRUE : Op.PUSH_FALSE, span);
                break;
            case long i and >= sbyte.MinValue and <= sbyte.MaxValue:
                Add(Op.PUSH_INT, span, (int)i);
                break;
            case EllipsisLiteral:
                Add(Op.LOAD_BUILTIN, span, Builtin.Ellipsis);
                break;
            case ConstantTuple { Items.Length: 0 }:
                Add(Op.BUILD_TUPLE, span);
                break;
            default:
                Add(Op.LOAD_STATIC, span, reference: _program.Constants.Get(constant));
                break;
        }
    }
}
