// A readable listing of an image: tables first, then every function with its code. Every operand is shown as what it stands for. The listing never
// fails: what the reader lets pass but makes no sense (an unknown opcode, a number out of range) is shown with a question mark.
using System.Globalization;
using System.Text;
using TinyPy.Compiler.Generated;

namespace TinyPy.Compiler.Image;

/// <summary>What a listing may know beyond the image. Everything is optional; each function answers null for what it does not know.</summary>
public sealed record DisassemblerOptions
{
    /// <summary>From a function and the offset of an instruction to the file and its 1-based line.</summary>
    public Func<int, int, (string File, int Line)?>? LineMap { get; init; }

    /// <summary>The text of a line, by file and 1-based number; shown above its code.</summary>
    public Func<string, int, string?>? SourceLine { get; init; }

    /// <summary>The name of a global by its number (from 0).</summary>
    public Func<int, string?>? GlobalName { get; init; }

    /// <summary>The name of a local by function and slot.</summary>
    public Func<int, int, string?>? LocalName { get; init; }

    /// <summary>Whether the functions of the Python half are listed too.</summary>
    public bool ShowInternal { get; init; } = true;
}

/// <summary>Writes listings.</summary>
public sealed partial class Disassembler
{
    private readonly ProgramImage _image;
    private readonly DisassemblerOptions _options;
    private readonly StringBuilder _text = new();

    private Disassembler(ProgramImage image, DisassemblerOptions? options)
    {
        _image = image;
        _options = options ?? new DisassemblerOptions();
    }

    /// <summary>The whole image. Lines are separated by "\n".</summary>
    public static string List(ProgramImage image, DisassemblerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        var listing = new Disassembler(image, options);
        listing.Tables();
        foreach (ImageFunction function in image.Functions)
        {
            if (listing._options.ShowInternal || !function.Flags.HasFlag(ImageFunctionFlags.Internal))
            {
                listing.Line();
                listing.Function(function);
            }
        }
        return listing._text.ToString();
    }

    /// <summary>One function of the image.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no function of that number.</exception>
    public static string ListFunction(ProgramImage image, int index, DisassemblerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, image.Functions.Count);
        var listing = new Disassembler(image, options);
        listing.Function(image.Functions[index]);
        return listing._text.ToString();
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private void Tables()
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"image: {_image.Size} bytes, checksum {_image.Checksum:x8}"));
        for (int i = 0; i < _image.Names.Count; i++)
            Line($"name {NameInfo.Count + 1 + i}: {_image.Names[i]}");
        for (int i = 0; i < _image.Constants.Count; i++)
            Line($"constant {i}: {Constant(i)}");
        if (_image.Globals > 0)
            Line($"globals: {_image.Globals}{Named(Enumerable.Range(0, _image.Globals).Select(g => _options.GlobalName?.Invoke(g)))}");
        foreach (ImageHook hook in _image.Hooks)
            Line($"hook {HookInfo.Texts.ElementAtOrDefault(hook.Hook) ?? "?"}: function {hook.Function}");
        foreach (ImageRequirement requirement in _image.Requirements)
        {
            Line("requires " + requirement.Kind switch
            {
                ImageRequirement.Module => "module " + BuiltinText(requirement.Value),
                _ => requirement.PinText,
            });
        }
    }

    private static string Named(IEnumerable<string?> names)
    {
        string[] known = [.. names.Select(n => n ?? "?")];
        return Array.TrueForAll(known, n => n == "?") ? "" : " (" + string.Join(", ", known) + ")";
    }

    private void Function(ImageFunction function)
    {
        Line($"function {function.Index} {FunctionName(function)}({Parameters(function)})");
        var facts = new List<string> { $"{function.Locals} locals", $"stack {function.Stack}", $"{function.Code.Length} bytes at {function.CodeOffset}" };
        if (function.Frees > 0)
            facts.Insert(1, $"{function.Frees} cells");
        if (function.Flags.HasFlag(ImageFunctionFlags.Generator))
            facts.Add("generator");
        if (function.Flags.HasFlag(ImageFunctionFlags.ClassBody))
            facts.Add("class body");
        if (function.Flags.HasFlag(ImageFunctionFlags.Internal))
            facts.Add("internal");
        Line("  " + string.Join(", ", facts));
        foreach (ImageRegion region in function.Regions)
        {
            Line($"  {region.Start}..{region.End}: " + (region.IsContext
                ? $"handling the exception in {Local(function, region.Depth)}"
                : $"on an exception go to {region.Target} with depth {region.Depth}"));
        }
        Code(function);
    }

    private void Code(ImageFunction function)
    {
        HashSet<int> targets = Targets(function);
        HashSet<int> handlers = [.. function.Regions.Where(r => !r.IsContext).Select(r => r.Target)];
        (string File, int Line)? shown = null;
        int width = function.Code.Length.ToString(CultureInfo.InvariantCulture).Length;
        for (int ip = 0; ip < function.Code.Length;)
        {
            if (_options.LineMap?.Invoke(function.Index, ip) is { } line && line != shown)
            {
                shown = line;
                Line($"  {line.File}:{line.Line}: {_options.SourceLine?.Invoke(line.File, line.Line)?.Trim()}".TrimEnd());
            }
            string mark = (targets.Contains(ip) ? ">" : " ") + (handlers.Contains(ip) ? "!" : " ");
            string offset = ip.ToString(CultureInfo.InvariantCulture).PadLeft(width);
            OpInfo? op = OpInfo.All.ElementAtOrDefault(function.Code[ip]);
            if (op is null)
            {
                Line($"  {mark} {offset}  ? opcode {function.Code[ip]}");
                ip++;
                continue;
            }
            if (op.Length > function.Code.Length - ip)
            {
                Line($"  {mark} {offset}  {op.Name} ? cut off");
                return;
            }
            Line($"  {mark} {offset}  {op.Name.PadRight(16)} {Operands(function, op, ip)}".TrimEnd());
            ip += op.Length;
        }
    }

    private static HashSet<int> Targets(ImageFunction function)
    {
        var targets = new HashSet<int>();
        for (int ip = 0; ip < function.Code.Length;)
        {
            OpInfo? op = OpInfo.All.ElementAtOrDefault(function.Code[ip]);
            if (op is not null && op.Length > function.Code.Length - ip)
                break;
            int next = ip + (op?.Length ?? 1);
            int at = ip + 1;
            foreach (OperandKind kind in op?.Operands ?? [])
            {
                if (kind == OperandKind.Jump)
                    targets.Add(next + (short)Word(function.Code, at));
                at += OpInfo.SizeOf(kind);
            }
            ip = next;
        }
        return targets;
    }

    private static int Word(byte[] code, int at) => code[at] | (code[at + 1] << 8);
}
