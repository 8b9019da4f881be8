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
internal sealed partial class ImageLayout
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
    private readonly List<ImageRequirement> _requirements;
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

    // The program that this goes on from, and the number of the first constant in it.
    private readonly OpenProgram? _open;
    private readonly int _firstConstant;

    public ImageLayout(
        List<FunctionUnit> units,
        IReadOnlyDictionary<int, FunctionUnit> hooks,
        List<ImageRequirement> requirements,
        Features features,
        ModuleInfo entry,
        OpenProgram? open = null)
    {
        _open = open;
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

        if (open is not null)
        {
            _firstConstant = open.Constants.Count;
            _names = open.Names.Count > 0 ? new Dictionary<string, int>(open.Names) : _names;
            _constants = new Dictionary<ConstantEntry, int>(open.Constants);
            _globals = new Dictionary<Symbol, int>(open.Globals);
            _files = new Dictionary<ModuleInfo, int>(open.Files);
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
        if (_open is { HasImage: true })
        {
            writer.Varint(_open.NameCount);
            writer.Varint(_open.Constants.Count);
            writer.Varint(_open.GlobalOrder.Count);
            writer.Varint(_open.FunctionCount);
        }

        writer.Varint(_ownNames.Count);
        writer.Varint(_constantOrder.Count);
        writer.Varint(_globalOrder.Count);
        writer.Varint(_units.Count);
        writer.Varint(_hooks.Count);
        writer.Varint(_requirements.Count);
        if (_open is { HasImage: false })
        {
            writer.Varint(_open.Room.Names);
            writer.Varint(_open.Room.Statics);
            writer.Varint(_open.Room.Functions);
            writer.Varint(_open.Room.Hooks);
        }

        _ownNames.ForEach(writer.Text);
        writer.Bytes(constants.ToArray());
        writer.Bytes(functions.ToArray());
        int[] hooks = [.. _hooks.Keys];
        Array.Sort(hooks);
        foreach (int hook in hooks)
        {
            writer.Varint(hook);
            writer.Varint(_hooks[hook].Index);
        }

        foreach (ImageRequirement requirement in _requirements)
        {
            writer.Byte(requirement.Kind);
            writer.Varint(requirement.Value);
        }

        writer.Bytes(code.ToArray());
        byte[] image = writer.ToImage(_open is null ? 'N' : _open.HasImage ? 'X' : 'O');
        Check(image.Length, Limit.MAX_IMAGE, "bytes");
        if (_open is not null)
        {
            return (image, Join(_open, image, debug));
        }

        ImmutableArray<string?> statics = [.. Enumerable.Repeat<string?>(null, _constantOrder.Count), .. _globalOrder.Select(g => g.Name)];
        return (image, new DebugMap(image, Files(), [.. debug], statics));
    }

    // What the extension brought belongs to the program from now on.
    private DebugMap Join(OpenProgram open, byte[] image, List<DebugFunction> debug)
    {
        ProgramRoom room = open.Room;
        CheckRoom(open.NameCount + _ownNames.Count, room.Names, "names");
        CheckRoom(open.Constants.Count + _constantOrder.Count + open.GlobalOrder.Count + _globalOrder.Count, room.Statics, "constants and global variables");
        CheckRoom(open.FunctionCount + _units.Count - (open.HasImage ? 1 : 0), room.Functions, "functions");
        CheckRoom(open.Hooks.Count + _hooks.Count, room.Hooks, "functions of the Python half");
        open.NameCount += _ownNames.Count;
        Copy(_names, open.Names);
        Copy(_globals, open.Globals);
        Copy(_files, open.Files);
        open.GlobalOrder.AddRange(_globalOrder);
        open.Hooks.UnionWith(_hooks.Keys);
        open.Requirements.UnionWith(_requirements);
        open.FunctionCount += _units.Count - (open.HasImage ? 1 : 0);
        if (_units.Count > 1 || !open.HasImage)
        {
            Copy(_constants, open.Constants);
        }

        open.IsLastKept = _ownNames.Count > 0 || _units.Count > 1;
        open.HasImage = true;
        if (open.Functions.Count > 0)
        {
            open.Functions[0] = debug[0];
            debug.RemoveAt(0);
        }

        open.Functions.AddRange(debug);
        string?[] statics = new string?[room.Statics];
        foreach ((Symbol symbol, int number) in open.Globals)
        {
            statics[room.Statics - 1 - number] = symbol.Name;
        }

        return new DebugMap(image, Files(), [.. open.Functions], [.. statics]);
    }

    private ImmutableArray<DebugFile> Files()
    {
        DebugFile[] files = new DebugFile[_files.Count];
        foreach ((ModuleInfo module, int number) in _files)
        {
            files[number] = new DebugFile(module.Source.Path, module.IsInternal ? string.Empty : module.Source.Text);
        }

        return [.. files];
    }

    private static void Copy<TKey>(Dictionary<TKey, int> from, Dictionary<TKey, int> to)
        where TKey : notnull
    {
        foreach ((TKey key, int value) in from)
        {
            to[key] = value;
        }
    }

    private void CheckRoom(int size, int limit, string what)
    {
        if (size > limit)
        {
            throw Error($"the program has room for {limit} {what} and would have {size}: begin anew, or give it a larger heap and stack", _entry, new SourceSpan(0, 0));
        }
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
        if (_open is not null)
        {
            for (int i = 0; i < _ownNames.Count; i++)
            {
                _names[_ownNames[i]] = NameInfo.Count + 1 + _open.NameCount + i;
            }

            return;
        }

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
                case Symbol symbol when _globals.TryAdd(symbol, _globals.Count):
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

        _constants[constant] = _firstConstant + _constantOrder.Count;
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
        Symbol symbol => _open is null ? _constantOrder.Count + _globals[symbol] : _open.Room.Statics - 1 - _globals[symbol],
        _ => throw new InvalidOperationException("a static operand without a constant or variable"),
    };

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
            module.IsInternal,
            [.. unit.LocalNames],
            unit.Scope.Parameters.Count,
            [.. entries]);
    }
}
