// From functions to bytes: numbers for names, constants, globals and functions, offsets for labels, the stack depth, and the image.
// Invariant: the depth written is the most that stands on the stack before or after any instruction, as the verifier computes it.

using System.Collections.Immutable;
using System.Text;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;
using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

/// <summary>Lays a program out.</summary>
internal sealed class ImageLayout
{
    private const int FlagVarArgs = 1;
    private const int FlagKeywords = 2;
    private const int FlagGenerator = 4;
    private const int FlagNames = 8;
    private const int FlagClass = 16;
    private const int FlagInternal = 32;
    private const int FlagFrees = 64;

    private readonly List<FunctionUnit> _units;
    private readonly IReadOnlyDictionary<int, FunctionUnit> _hooks;
    private readonly SortedSet<(int Kind, int Value)> _requirements;
    private readonly Features _features;
    private readonly ModuleInfo _entry;
    private readonly Dictionary<string, int> _names = [];
    private readonly List<string> _ownNames = [];
    private readonly Dictionary<ConstantEntry, int> _constants = [];
    private readonly List<ConstantEntry> _constantOrder = [];
    private readonly Dictionary<Symbol, int> _globals = [];
    private readonly List<Symbol> _globalOrder = [];
    private readonly Dictionary<ModuleInfo, int> _files = [];
    private readonly bool _keepsNames;

    public ImageLayout(
        List<FunctionUnit> units,
        IReadOnlyDictionary<int, FunctionUnit> hooks,
        SortedSet<(int Kind, int Value)> requirements,
        Features features,
        ModuleInfo entry)
    {
        _units = units;
        _hooks = hooks;
        _requirements = requirements;
        _features = features;
        _entry = entry;
        _keepsNames = features.ObservesTypeErrors || features.Attributes.Overlaps(["__name__", "__qualname__"]) || features.Strings.Contains("__name__");
        for (int i = 1; i < NameInfo.Texts.Length; i++)
        {
            if (NameInfo.Texts[i] is { } text)
            {
                _names[text] = i;
            }
        }
    }

    public (byte[] Image, DebugMap Map) Write()
    {
        foreach (FunctionUnit unit in _units)
        {
            Number(unit);
            CollectHeader(unit);
        }

        NumberNames();

        ImageWriter functions = new();
        ImageWriter code = new();
        List<DebugFunction> debug = [];
        foreach (FunctionUnit unit in _units)
        {
            byte[] bytes = Encode(unit);
            Header(functions, unit, bytes.Length);
            code.Bytes(bytes);
            debug.Add(Describe(unit));
        }

        ImageWriter writer = new();
        ImageWriter constants = new();
        Constants(constants);
        Check(_ownNames.Count, Limit.MAX_NAMES, "names");
        Check(_constantOrder.Count + _globalOrder.Count, Limit.MAX_STATICS, "constants and global variables");
        writer.Varint(_ownNames.Count);
        writer.Varint(_constantOrder.Count);
        writer.Varint(_globalOrder.Count);
        writer.Varint(_units.Count);
        writer.Varint(_hooks.Count);
        writer.Varint(_requirements.Count);
        _ownNames.ForEach(writer.Text);
        writer.Bytes(constants.ToArray());
        writer.Bytes(functions.ToArray());
        foreach ((int hook, FunctionUnit unit) in _hooks.OrderBy(h => h.Key))
        {
            writer.Varint(hook);
            writer.Varint(unit.Index);
        }

        foreach ((int kind, int value) in _requirements)
        {
            writer.Byte(kind);
            writer.Varint(value);
        }

        writer.Bytes(code.ToArray());
        byte[] image = writer.ToImage();
        Check(image.Length, Limit.MAX_IMAGE, "bytes");
        ImmutableArray<string?> statics = [.. Enumerable.Repeat<string?>(null, _constantOrder.Count), .. _globalOrder.Select(g => g.Name)];
        ImmutableArray<DebugFile> files = [.. _files.OrderBy(f => f.Value).Select(f => new DebugFile(f.Key.Source.Path, f.Key.IsPrelude ? string.Empty : f.Key.Source.Text))];
        return (image, new DebugMap(DebugMap.HashOf(image), files, [.. debug], statics));
    }

    private void Check(int size, int limit, string what)
    {
        if (size > limit)
        {
            throw Error($"the program has {size} {what}: at most {limit} are allowed", _entry, new SourceSpan(0, 0));
        }
    }

    private static CompileException Error(string message, ModuleInfo module, SourceSpan span) =>
        new(new Diagnostic(DiagnosticKind.Limit, message, module.Source, span));

    private int Name(string name)
    {
        if (!_names.TryGetValue(name, out int number))
        {
            throw new InvalidOperationException("a name that was not collected");
        }

        return number;
    }

    private void Collect(string name)
    {
        if (_names.TryAdd(name, 0))
        {
            _ownNames.Add(name);
        }
    }

    // In the order of their bytes, so that a loader can find one.
    private void NumberNames()
    {
        _ownNames.Sort((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
        for (int i = 0; i < _ownNames.Count; i++)
        {
            _names[_ownNames[i]] = NameInfo.Count + 1 + i;
        }
    }

    // The names that a function's header will hold.
    private void CollectHeader(FunctionUnit unit)
    {
        Scope scope = unit.Scope;
        if (HasOwnName(scope))
        {
            Collect(HeaderName(scope));
        }

        Shape shape = ShapeOf(scope);
        for (int i = _features.ObservesTypeErrors ? 0 : shape.PositionalOnly; HasNames(unit) && i < shape.Positional + shape.KeywordOnly; i++)
        {
            if (IsKeyword(unit, scope.Parameters[i].Name))
            {
                Collect(scope.Parameters[i].Name);
            }
        }
    }

    private bool HasOwnName(Scope scope) =>
        _keepsNames && !scope.Module.IsPrelude && scope.Kind is (ScopeKind.Function or ScopeKind.Lambda);

    // Errors show the qualified name, and __name__ is its last part.
    private static string HeaderName(Scope scope) => scope.QualifiedName;

    private sealed record Shape(Parameters? Parameters, int PositionalOnly, int Positional, int KeywordOnly);

    private static Shape ShapeOf(Scope scope)
    {
        Parameters? parameters = scope.Node switch
        {
            FunctionDef def => def.Parameters,
            Lambda lambda => lambda.Parameters,
            _ => null,
        };
        int positionalOnly = parameters?.PosOnlyArgs.Length ?? 0;
        int positional = scope.Kind is ScopeKind.Generator or ScopeKind.Class ? 1 : positionalOnly + (parameters?.Args.Length ?? 0);
        return new Shape(parameters, positionalOnly, positional, parameters?.KwOnlyArgs.Length ?? 0);
    }

    private void Number(FunctionUnit unit)
    {
        foreach (Instruction instruction in unit.Code.Instructions)
        {
            switch (instruction.Ref)
            {
                case string name:
                    Collect(name);
                    break;
                case ConstantEntry constant:
                    Number(constant);
                    break;
                case Symbol symbol when _globals.TryAdd(symbol, _globalOrder.Count):
                    _globalOrder.Add(symbol);
                    break;
                default:
                    break;
            }
        }
    }

    private void Number(ConstantEntry constant)
    {
        if (_constants.ContainsKey(constant))
        {
            return;
        }

        foreach (ConstantEntry item in constant.Items)
        {
            Number(item);
        }

        if (constant.Value is ConstantNames names)
        {
            foreach (string name in names.Names)
            {
                Collect(name);
            }
        }

        _constants[constant] = _constantOrder.Count;
        _constantOrder.Add(constant);
    }

    private void Constants(ImageWriter writer)
    {
        foreach (ConstantEntry constant in _constantOrder)
        {
            switch (constant.Value)
            {
                case UnboundConstant:
                    writer.Byte(0);
                    break;
                case long value:
                    writer.Byte(1);
                    writer.Signed(value);
                    break;
                case double value:
                    writer.Byte(2);
                    writer.Double(value);
                    break;
                case string value:
                    writer.Byte(3);
                    writer.Text(value);
                    break;
                case byte[] value:
                    writer.Byte(4);
                    writer.Varint(value.Length);
                    writer.Bytes(value);
                    break;
                case ConstantTuple:
                    writer.Byte(5);
                    writer.Varint(constant.Items.Length);
                    foreach (ConstantEntry item in constant.Items)
                    {
                        writer.Varint(_constants[item]);
                    }

                    break;
                case ConstantNames names:
                    writer.Byte(7);
                    writer.Varint(names.Names.Length);
                    foreach (string name in names.Names)
                    {
                        writer.Varint(Name(name));
                    }

                    break;
                default:
                    writer.Byte(6);
                    writer.Varint(constant.Value switch { null => Builtin.None, true => Builtin.True, false => Builtin.False, _ => Builtin.Ellipsis });
                    break;
            }
        }
    }

    private int Static(object? reference) => reference switch
    {
        ConstantEntry constant => _constants[constant],
        Symbol symbol => _constantOrder.Count + _globals[symbol],
        _ => throw new InvalidOperationException("a static operand without a constant or variable"),
    };

    // The form of an instruction that its operands allow: short locals, wide statics.
    private int Form(Instruction instruction) => instruction.Op switch
    {
        Op.LOAD_LOCAL when instruction.A < 8 => Op.LOAD_LOCAL_0 + instruction.A,
        Op.STORE_LOCAL when instruction.A < 8 => Op.STORE_LOCAL_0 + instruction.A,
        Op.LOAD_STATIC when Static(instruction.Ref) > byte.MaxValue => Op.LOAD_STATIC_W,
        Op.LOAD_GLOBAL when Static(instruction.Ref) > byte.MaxValue => Op.LOAD_GLOBAL_W,
        Op.STORE_GLOBAL when Static(instruction.Ref) > byte.MaxValue => Op.STORE_GLOBAL_W,
        _ => instruction.Op,
    };

    private byte[] Encode(FunctionUnit unit)
    {
        Code code = unit.Code;
        int size = 0;
        int[] ends = new int[code.Instructions.Count];
        for (int i = 0; i < code.Instructions.Count; i++)
        {
            code.Instructions[i].Offset = size;
            size += 1 + OpInfo.All[Form(code.Instructions[i])]!.Operands.Sum(OpInfo.SizeOf);
            ends[i] = size;
        }

        unit.Size = size;
        if (size > Limit.MAX_CODE)
        {
            throw Error(
                $"'{unit.Scope.Name}' becomes {size} bytes of code: at most {Limit.MAX_CODE} are allowed; split it",
                unit.Scope.Module,
                new SourceSpan(unit.Scope.Node.Span.Start, unit.Scope.Node.Span.Start));
        }

        ImageWriter writer = new();
        for (int i = 0; i < code.Instructions.Count; i++)
        {
            Encode(writer, unit, code.Instructions[i], ends[i]);
        }

        return writer.ToArray();
    }

    private void Encode(ImageWriter writer, FunctionUnit unit, Instruction instruction, int end)
    {
        int op = Form(instruction);
        writer.Byte(op);
        int plain = 0;
        foreach (OperandKind kind in OpInfo.All[op]!.Operands)
        {
            if (StackPicture.IsPlain(kind))
            {
                int value = plain++ == 0 ? instruction.A : instruction.B;
                if (kind == OperandKind.Builtin)
                {
                    writer.Int16(value);
                }
                else
                {
                    writer.Byte(value);
                }

                continue;
            }

            switch (kind)
            {
                case OperandKind.Static:
                    writer.Byte(Static(instruction.Ref));
                    break;
                case OperandKind.Static16:
                    writer.Int16(Static(instruction.Ref));
                    break;
                case OperandKind.Name:
                    writer.Int16(Name((string)instruction.Ref!));
                    break;
                case OperandKind.Func:
                    writer.Int16(((FunctionUnit)instruction.Ref!).Index);
                    break;
                default:
                    writer.Int16(Offset(unit, instruction.Target!) - end);
                    break;
            }
        }
    }

    private static int Offset(FunctionUnit unit, Label label) =>
        label.Index < unit.Code.Instructions.Count ? unit.Code.Instructions[label.Index].Offset : unit.Size;

    private void Header(ImageWriter writer, FunctionUnit unit, int size)
    {
        Scope scope = unit.Scope;
        (Parameters? parameters, int positionalOnly, int positional, int keywordOnly) = ShapeOf(scope);
        bool hasNames = HasNames(unit);
        int flags = (parameters?.VarArg is null ? 0 : FlagVarArgs)
            | (parameters?.KwArg is null ? 0 : FlagKeywords)
            | (scope.IsGenerator ? FlagGenerator : 0)
            | (hasNames ? FlagNames : 0)
            | (scope.Kind == ScopeKind.Class ? FlagClass : 0)
            | (scope.Module.IsPrelude ? FlagInternal : 0)
            | (scope.Frees.Count > 0 ? FlagFrees : 0);
        writer.Varint(HasOwnName(scope) ? Name(HeaderName(scope)) : 0);
        writer.Byte(flags);
        writer.Byte(positional);
        if (hasNames)
        {
            writer.Byte(positionalOnly);
            writer.Byte(keywordOnly);
        }

        writer.Byte(unit.Locals);
        writer.Varint(Depth(unit));
        if (scope.Frees.Count > 0)
        {
            writer.Byte(scope.Frees.Count);
        }

        writer.Varint(size);
        if (unit.Code.Regions.Count > Limit.MAX_REGIONS)
        {
            throw Error($"'{scope.Name}' has more than {Limit.MAX_REGIONS} protected ranges: split it", scope.Module, scope.Node.Span);
        }

        writer.Varint(unit.Code.Regions.Count);
        if (hasNames)
        {
            for (int i = 0; i < positional + keywordOnly; i++)
            {
                string name = scope.Parameters[i].Name;
                writer.Varint((i >= positionalOnly || _features.ObservesTypeErrors) && IsKeyword(unit, name) ? Name(name) : 0);
            }
        }

        // They were added innermost first, and sorting is stable.
        foreach (Region region in unit.Code.Regions.OrderByDescending(r => r.Start.Index).ThenBy(r => r.End.Index))
        {
            int start = Offset(unit, region.Start);
            writer.Varint(start);
            writer.Varint(Offset(unit, region.End) - start);
            writer.Varint(region.Target is null ? start : Offset(unit, region.Target));
            writer.Varint(region.Target is null ? region.ContextLocal : region.Depth);
        }
    }

    private bool HasNames(FunctionUnit unit)
    {
        Scope scope = unit.Scope;
        (_, int positionalOnly, int positional, int keywordOnly) = ShapeOf(scope);
        int count = positional + keywordOnly;
        if (scope.Kind is not (ScopeKind.Function or ScopeKind.Lambda))
        {
            return false;
        }

        return keywordOnly > 0 || positionalOnly > 0 || scope.Parameters.Take(count).Any(p => IsKeyword(unit, p.Name));
    }

    // Functions of the Python half are called by keyword from the VM: their names stay.
    private bool IsKeyword(FunctionUnit unit, string name) =>
        _features.HasKeywordDict || _features.ObservesTypeErrors || _features.KeywordNames.Contains(name)
        || (unit.Scope.Module.IsPrelude && unit.Scope.Parent!.Kind == ScopeKind.Module && _features.BuiltinKeywords.Any(k => k.Keyword == name));

    private static int Depth(FunctionUnit unit)
    {
        List<Instruction> list = unit.Code.Instructions;
        int[] depths = new int[list.Count];
        Array.Fill(depths, -1);
        int most = 0;
        Stack<(int Index, int Depth)> work = new([(0, 0)]);
        HashSet<Region> entered = [];
        List<Region> handlers = [.. unit.Code.Regions.Where(r => r.Target is not null)];
        while (true)
        {
            while (work.TryPop(out (int Index, int Depth) item))
            {
                (int i, int depth) = item;
                while (i < list.Count && depths[i] < 0)
                {
                    depths[i] = depth;
                    (int taken, int onJump, int onNext) = StackPicture.Of(list[i]);
                    most = Math.Max(most, depth);
                    if (list[i].Target is { } target)
                    {
                        most = Math.Max(most, depth - taken + onJump);
                        work.Push((target.Index, depth - taken + onJump));
                    }

                    if (list[i].Op is Op.JUMP or Op.RETURN or Op.RETURN_NONE or Op.RAISE or Op.RERAISE)
                    {
                        break;
                    }

                    depth += onNext - taken;
                    most = Math.Max(most, depth);
                    i++;
                }
            }

            foreach (Region region in handlers)
            {
                if (entered.Add(region))
                {
                    most = Math.Max(most, region.Depth + 1);
                    work.Push((region.Target!.Index, region.Depth + 1));
                }
            }

            if (work.Count == 0)
            {
                break;
            }
        }

        if (most > Limit.MAX_STACK)
        {
            throw Error(
                $"'{unit.Scope.Name}' needs more than {Limit.MAX_STACK} values on the stack: split its largest expression",
                unit.Scope.Module,
                new SourceSpan(unit.Scope.Node.Span.Start, unit.Scope.Node.Span.Start));
        }

        return most;
    }

    private DebugFunction Describe(FunctionUnit unit)
    {
        ModuleInfo module = unit.Scope.Module;
        if (!_files.TryGetValue(module, out int file))
        {
            _files[module] = file = _files.Count;
        }

        List<DebugEntry> entries = [];
        SourceSpan last = new(-1, -1);
        foreach (Instruction instruction in unit.Code.Instructions)
        {
            if (instruction.Span != last)
            {
                (int line, int column) = module.Source.Locate(instruction.Span.Start);
                (int endLine, int endColumn) = module.Source.Locate(instruction.Span.End);
                entries.Add(new DebugEntry(instruction.Offset, line, column, endLine, endColumn));
                last = instruction.Span;
            }
        }

        string name = unit.Scope.Kind == ScopeKind.Module ? "<module>" : unit.Scope.Name;
        return new DebugFunction(
            name,
            unit.Scope.Kind == ScopeKind.Module ? "<module>" : unit.Scope.QualifiedName,
            file,
            module.IsPrelude,
            [.. unit.LocalNames],
            unit.Scope.Parameters.Count,
            [.. entries]);
    }
}
