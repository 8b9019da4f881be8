// Calls, functions, classes and comprehensions.

using System.Collections.Immutable;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;
using Name = TinyPy.Compiler.Syntax.Name;

namespace TinyPy.Compiler.Emit;

internal sealed partial class FunctionEmitter
{
    private void CallExpression(Call call)
    {
        if (call.Args.Length + call.Keywords.Length > Limit.MAX_ARGUMENTS)
        {
            throw Error(DiagnosticKind.Limit, $"a call has at most {Limit.MAX_ARGUMENTS} arguments", call.Span);
        }

        bool isExpanded = call.Args.Any(a => a is Starred) || call.Keywords.Any(k => k.Name is null);
        int builtin = CallableBuiltin(call.Func);
        if (builtin == Builtin.super && call.Args.Length == 0 && call.Keywords.Length == 0)
        {
            LoadSuperArguments(call.Span);
            Add(Op.CALL_BUILTIN, call.Span, builtin, 2);
            return;
        }

        if (isExpanded)
        {
            Expression(call.Func);
            Expanded(call);
        }
        else if (builtin >= 0)
        {
            if (call.Args.Length + call.Keywords.Length == 0 && builtin is Builtin.dir or Builtin.vars)
            {
                throw Error(
                    DiagnosticKind.Unsupported, $"{BuiltinInfo.All[builtin]!.Name}() without an argument is not supported by TinyPy: names are resolved when the program is compiled", call.Span);
            }

            if (builtin == Builtin.type && call.Args.Length == 3)
            {
                throw Error(DiagnosticKind.Unsupported, "a class made by type() is not supported by TinyPy: use a class statement", call.Span);
            }

            NotePin(call, builtin);
            int count = Arguments(call, out ConstantEntry? names);
            Add(names is null ? Op.CALL_BUILTIN : Op.CALL_BUILTIN_KW, call.Span, builtin, count, names);
        }
        else if (call.Func is AttributeExpr attribute && !TryModuleMember(attribute, out _, out _, out _))
        {
            string name = _scope.Mangle(attribute.Attr);
            _program.Features.JoinsOthers |= name == "join" && call.Args is [var joined] && IsNoList(joined);
            if (attribute.Value is Call { Args.Length: 0, Keywords.Length: 0 } inner && CallableBuiltin(inner.Func) == Builtin.super)
            {
                LoadSuperArguments(inner.Span);
                Add(Op.LOAD_SUPER, attribute.Span, reference: name);
            }
            else
            {
                Expression(attribute.Value);
                NoteSpecial(attribute, name);
                Add(Op.LOAD_METHOD, attribute.Span, reference: name);
            }

            int count = Arguments(call, out ConstantEntry? names);
            Add(names is null ? Op.CALL_METHOD : Op.CALL_METHOD_KW, call.Span, count, reference: names);
        }
        else if (DirectCallee(call) is { } direct)
        {
            Add(Op.PUSH_NONE, call.Func.Span);
            int count = Arguments(call, out _);
            Add(Op.CALL_DIRECT, call.Span, count, reference: direct);
        }
        else
        {
            Expression(call.Func);
            int count = Arguments(call, out ConstantEntry? names);
            Add(names is null ? Op.CALL : Op.CALL_KW, call.Span, count, reference: names);
        }
    }

    // The function that a call certainly calls, with as many arguments as it has parameters, if its name is certainly bound when the call runs; or null.
    private FunctionUnit? DirectCallee(Call call) =>
        _code.Reachable && call is { Func: Name name, Keywords.Length: 0 } && Find(name.Id) is { Kind: BindingKind.Global, Symbol: { } symbol }
            && _program.Direct.Find(symbol, _scope) is { } def && call.Args.Length == def.Parameters.PosOnlyArgs.Length + def.Parameters.Args.Length
            && _program.Unit(def) is { Index: <= byte.MaxValue } unit
            ? unit
            : null;

    private bool IsNoList(Expr expression) => expression switch
    {
        Constant or JoinedStr or SetExpr or SetComp or DictExpr or DictComp or GeneratorExp => true,
        Call call => CallableBuiltin(call.Func) is not (-1 or Builtin.sorted or Builtin.list or Builtin.tuple),
        _ => false,
    };

    /// <summary>The builtin that a callee certainly is, if it can be called by number, or -1.</summary>
    private int CallableBuiltin(Expr callee)
    {
        int number = -1;
        if (callee is Name name)
        {
            Binding binding = Find(name.Id);
            number = binding.Kind == BindingKind.Builtin ? binding.Builtin
                : binding.Symbol is { IsAlias: true, Import: { Module: null } import } ? import.Builtin : -1;
        }
        else if (TryModuleMember(callee, out int builtin, out Symbol? member, out string? text) && member is null && text is null)
        {
            number = builtin;
        }

        return number >= 0 && BuiltinInfo.All[number]!.Kind is BuiltinKind.Function or BuiltinKind.Type or BuiltinKind.Exception ? number : -1;
    }

    private void LoadSuperArguments(SourceSpan span)
    {
        Binding cell = _program.Resolver.Lookup(_scope, "__class__");
        if (cell.Kind == BindingKind.Undefined || _frame.Kind == ScopeKind.Class)
        {
            throw Error(DiagnosticKind.SyntaxError, "super() without arguments works only in a method of a class", span);
        }

        if (_frame.Parameters.Count == 0 || _frame.Node is FunctionDef { Parameters: { PosOnlyArgs.Length: 0, Args.Length: 0 } })
        {
            throw Error(DiagnosticKind.SyntaxError, "super() without arguments needs a method with a first parameter", span);
        }

        LoadVariable(cell, span);
        LoadVariable(new Binding(BindingKind.Local, _frame.Parameters[0]), span);
    }

    private int Arguments(Call call, out ConstantEntry? names)
    {
        foreach (Expr argument in call.Args)
        {
            Expression(argument);
        }

        foreach (Keyword keyword in call.Keywords)
        {
            Expression(keyword.Value);
        }

        names = call.Keywords.Length == 0 ? null
            : _program.Constants.Get(new ConstantNames([.. call.Keywords.Select(k => _scope.Mangle(k.Name!))]));
        return call.Args.Length + call.Keywords.Length;
    }

    // f(*a, **m): the callee is on the stack.
    private void Expanded(Call call)
    {
        if (call.Args is [Starred lone] && call.Keywords.Length > 0)
        {
            // CPython takes the items of a star that stands alone when all arguments have been evaluated.
            Expression(lone.Value);
            ExpandedKeywords(call);
            Add(Op.SWAP, lone.Span);
            Add(Op.BUILD_LIST, lone.Span);
            Add(Op.SWAP, lone.Span);
            AddItems(lone.Span, Op.LIST_APPEND);
            Add(Op.LIST_TO_TUPLE, lone.Span);
            Add(Op.SWAP, lone.Span);
            Add(Op.CALL_EX, call.Span);
            return;
        }

        Tuple(call.Args, call.Span);
        if (call.Keywords.Length == 0)
        {
            Add(Op.PUSH_NONE, call.Span);
        }
        else
        {
            ExpandedKeywords(call);
        }

        Add(Op.CALL_EX, call.Span);
    }

    private void ExpandedKeywords(Call call)
    {
        int plain = 0;
        while (plain < call.Keywords.Length && plain < DisplayChunk / 2 && call.Keywords[plain].Name is { } name)
        {
            Push(_scope.Mangle(name), call.Keywords[plain].Span);
            Expression(call.Keywords[plain].Value);
            _program.Features.KeywordNames.Add(_scope.Mangle(name));
            plain++;
        }

        Add(Op.BUILD_DICT, call.Span, plain);
        for (int i = plain; i < call.Keywords.Length; i++)
        {
            Keyword keyword = call.Keywords[i];
            if (keyword.Name is { } late)
            {
                // A dict of one, merged, so that a name given twice is the TypeError it is in Python.
                Push(_scope.Mangle(late), keyword.Span);
                Expression(keyword.Value);
                _program.Features.KeywordNames.Add(_scope.Mangle(late));
                Add(Op.BUILD_DICT, keyword.Span, 1);
            }
            else
            {
                _program.Features.HasKeywordDict = true;
                Expression(keyword.Value);
            }

            Add(Op.DICT_MERGE, keyword.Span);
        }
    }

    /// <summary>Pins that a program names by number are asked of the policy before it runs: Pin(2, ...), ADC(34), PWM(Pin(2)).</summary>
    private void NotePin(Call call, int builtin)
    {
        if (builtin is not (Builtin.machine_Pin or Builtin.machine_ADC or Builtin.machine_PWM) || call.Args.Length < 1)
        {
            return;
        }

        // ADC and PWM take a Pin too; what that Pin itself asks for is noted where it is emitted.
        Expr named = builtin != Builtin.machine_Pin && call.Args[0] is Call { Args.Length: > 0 } inner && CallableBuiltin(inner.Func) == Builtin.machine_Pin ? inner.Args[0] : call.Args[0];
        if (!_program.Folding.TryFold(NamedConstant(named), _scope, out object? number) || number is not long pin || pin is < 0 or > ushort.MaxValue)
        {
            return;
        }

        void Require(PinNeed need) => _program.RequirePin((int)pin, need, _frame.Module.Source, named.Span);
        if (builtin != Builtin.machine_Pin)
        {
            Require(builtin == Builtin.machine_ADC ? PinNeed.Analog : PinNeed.Output);
            return;
        }

        string? mode = PinConstant(call, 1, "mode");
        Require(mode switch
        {
            "IN" => PinNeed.Input,
            "OUT" or "OPEN_DRAIN" => PinNeed.Output,
            _ => PinNeed.Any,
        });
        if (mode is not null && PinConstant(call, 2, "pull") is "PULL_UP" or "PULL_DOWN")
        {
            Require(PinNeed.Pull);
        }
    }

    // What a variable of a module is set to, if one assignment outside of functions sets it and nothing else does: `LED = 2`. Other expressions stay what they are.
    private Expr NamedConstant(Expr expression) =>
        expression is Name name && _program.Resolver.Lookup(_scope, _scope.Mangle(name.Id)).Symbol is { IsModuleLevel: true, Bindings: 1, IsDeleted: false, IsAlias: false } symbol
        && symbol.Owner.Module.Tree.Body.OfType<Assign>().FirstOrDefault(a => a.Targets is [Name target] && target.Id == symbol.Name) is { } set
            ? set.Value
            : expression;

    // The name of the constant of Pin that is the argument of a call, or null.
    private string? PinConstant(Call call, int position, string keyword)
    {
        Expr? value = call.Args.Length > position ? call.Args[position] : call.Keywords.FirstOrDefault(k => k.Name == keyword)?.Value;
        return value is AttributeExpr constant && CallableBuiltin(constant.Value) == Builtin.machine_Pin ? constant.Attr : null;
    }

    /// <summary>Pushes the function of a definition, a lambda, a class body or a generator expression.</summary>
    private void MakeFunction(Node node, Parameters? parameters, SourceSpan span)
    {
        if (!_code.Reachable)
        {
            return;
        }

        FunctionUnit unit = _program.Unit(node);
        int kind = 0;
        if (parameters is { Defaults.Length: > 0 })
        {
            Tuple(parameters.Defaults, span, isConstantTuple: true);
            kind |= 1;
        }

        if (parameters is not null && parameters.KwDefaults.Any(d => d is not null))
        {
            KeywordDefaults(parameters.KwDefaults, span);
            kind |= 2;
        }

        if (unit.Scope.Frees.Count > 0)
        {
            foreach (Symbol free in unit.Scope.Frees)
            {
                Load(free.Owner.Frame == _frame ? SlotOf(free) : FreeSlot(free), span);
            }

            Add(Op.BUILD_TUPLE, span, unit.Scope.Frees.Count);
            kind |= 4;
        }

        Add(kind == 0 ? Op.MAKE_FUNCTION : Op.MAKE_CLOSURE, span, kind, reference: unit);
    }

    private void Tuple(ImmutableArray<Expr> elements, SourceSpan span, bool isConstantTuple)
    {
        if (isConstantTuple && _program.Folding.TryFold(new TupleExpr(span, elements), _scope, out object? constant))
        {
            Push(constant, span);
        }
        else
        {
            Tuple(elements, span);
        }
    }

    private void KeywordDefaults(ImmutableArray<Expr?> defaults, SourceSpan span)
    {
        List<object?> constants = [];
        foreach (Expr? value in defaults)
        {
            object? constant = UnboundConstant.Instance;
            if (value is null || _program.Folding.TryFold(value, _scope, out constant))
            {
                constants.Add(constant);
            }
        }

        if (constants.Count == defaults.Length)
        {
            Push(new ConstantTuple([.. constants]), span);
            return;
        }

        foreach (Expr? value in defaults)
        {
            if (value is null)
            {
                Add(Op.LOAD_STATIC, span, reference: _program.Constants.Get(UnboundConstant.Instance));
            }
            else
            {
                Expression(value);
            }
        }

        Add(Op.BUILD_TUPLE, span, defaults.Length);
    }

    private void DefineFunction(FunctionDef def)
    {
        string? helper = _scope.Kind == ScopeKind.Class && !_frame.Module.IsInternal ? ScopeBuilder.StaticOperator(def) : null;
        if (helper is not null)
        {
            LoadHelper(helper, def.NameSpan);
        }
        else
        {
            foreach (Expr decorator in def.Decorators)
            {
                Expression(decorator);
            }
        }

        MakeFunction(def, def.Parameters, def.NameSpan);
        if (_program.Resolver.ReadsDocstrings && Folding.Docstring(def.Body) is { } doc)
        {
            Add(Op.DUP, def.NameSpan);
            Push(doc, def.NameSpan);
            Add(Op.SWAP, def.NameSpan);
            Add(Op.SET_ATTR, def.NameSpan, reference: "__doc__");
        }

        for (int i = def.Decorators.Length - 1; i >= 0; i--)
        {
            Add(Op.CALL, def.Decorators[i].Span, 1);
        }

        if (def.Name == "__new__" && _scope.Kind == ScopeKind.Class && def.Decorators.Length == 0)
        {
            Add(Op.CALL_BUILTIN, def.NameSpan, Builtin.staticmethod, 1);
        }

        StoreName(def.Name, def.NameSpan);
    }

    // ---- Comprehensions ----

    private void Comprehended(Expr node, ImmutableArray<Comprehension> generators, int build)
    {
        if (!_code.Reachable)
        {
            return;
        }

        Scope scope = _program.Resolver.Scopes[node];
        Add(build, node.Span);
        int items = Iterate(generators[0].Iter);
        bool isRange = _isRange;
        List<int> slots = EnterComprehension(scope, node.Span);
        Scope outer = _scope;
        _scope = scope;
        Generate(generators, 0, items, isRange, depth =>
        {
            switch (node)
            {
                case ListComp list:
                    Expression(list.Element);
                    Add(Op.LIST_APPEND, list.Element.Span, depth + 1);
                    break;
                case SetComp set:
                    Expression(set.Element);
                    Add(Op.SET_ADD, set.Element.Span, depth + 1);
                    break;
                case DictComp dict:
                    Expression(dict.Key);
                    Expression(dict.Value);
                    Add(Op.DICT_ADD, dict.Key.Span, depth + 1);
                    break;
                default:
                    break;
            }
        });
        _scope = outer;
        foreach (int slot in slots)
        {
            Give(slot);
        }
    }

    // The variables of a comprehension live in locals of their own; a captured one gets a new cell each time.
    private List<int> EnterComprehension(Scope scope, SourceSpan span)
    {
        List<int> slots = [];
        foreach (Symbol symbol in scope.Symbols.Values)
        {
            if (symbol.IsCaptured)
            {
                Add(Op.MAKE_CELL, span, _comprehended[symbol]);
                continue;
            }

            int slot = Take();
            slots.Add(slot);
            _comprehended[symbol] = slot;
            if (Add(Code.Nothing, span) is { } place)
            {
                _clearable[slot] = place;
            }
        }

        return slots;
    }

    private void Generate(ImmutableArray<Comprehension> generators, int index, int items, bool isRange, Action<int> element)
    {
        Comprehension generator = generators[index];
        Label body = new();
        Label next = new();
        SlotSet head = _code.Bound;
        Add(Op.JUMP, generator.Span, Code.LoopEntry, target: next);
        LoopBody(body, next);
        (int slot, bool isTemporary) = LoopTarget(generator.Target, isRange);
        foreach (Expr test in generator.Ifs)
        {
            Condition(test, next, false);
        }

        if (index + 1 < generators.Length)
        {
            int inner = Iterate(generators[index + 1].Iter);
            Generate(generators, index + 1, items + inner, _isRange, element);
        }
        else
        {
            element(items);
        }

        _code.Mark(next);
        LoopNext(isRange, slot, body, generator.Iter.Span);
        _code.Bound = head;
        if (isTemporary)
        {
            Give(slot);
        }
    }

    private void GeneratorBody(GeneratorExp generator)
    {
        Load(0, generator.Span);
        Generate(generator.Generators, 0, 1, false, _ =>
        {
            Expression(generator.Element);
            Add(Op.YIELD, generator.Element.Span);
            Add(Op.POP, generator.Element.Span);
        });
    }
}
