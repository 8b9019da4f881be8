// `tinypy stats`: where an image's bytes go, and what its functions need.
using System.Globalization;
using System.Text;
using Spectre.Console;
using TinyPy.Compiler.Image;

namespace TinyPy.Tool.Commands;

/// <summary>The command stats.</summary>
internal static class StatsCommand
{
    private const int HeaderBytes = 8;

    public static int Execute(string file, CommonOptions options, CliHost host)
    {
        if (ProgramLoader.LoadParts(file, ProgramLoader.Surround(options), host) is not var (program, parts))
        {
            return ExitCodes.Compile;
        }

        if (options.Json)
        {
            return JsonReport.Write(host, "stats", ExitCodes.Ok, json => WriteJson(json, program, parts));
        }

        Table sections = Tables.New("section", ">bytes", ">entries");
        foreach ((string name, int bytes, int? entries) in Sections(parts))
        {
            sections.AddRow(name, Number(bytes), entries is { } count ? Number(count) : string.Empty);
        }

        sections.AddRow("image", Number(parts.Size), string.Empty);
        Table functions = Tables.New(">no", "function", ">code", ">locals", ">stack", ">regions", ">worst cost", ">loops", ">calls");
        foreach (ImageFunction function in parts.Functions)
        {
            WorstCost cost = WorstCost.Of(function);
            functions.AddRow(
                Number(function.Index), Markup.Escape(NameOf(function, program.Map, parts)), Number(function.Code.Length), Number(function.Locals), Number(function.Stack), Number(function.Regions.Length), Number(cost.Steps), Number(cost.Loops), Number(cost.Calls));
        }

        host.Out.WriteLine($"{file}: {Number(parts.Size)} bytes");
        Tables.Write(sections, host);
        Tables.Write(functions, host);
        host.Out.WriteLine("worst cost: steps of the longest way through a function, each loop gone through once, without what its calls are charged");
        int frame = parts.Functions.Max(f => f.Locals + f.Stack);
        host.Out.WriteLine($"largest frame: {frame} values ({4 * frame} bytes of stack); statics: {parts.Constants.Count} constants + {parts.Globals} globals");
        return ExitCodes.Ok;
    }

    private static void WriteJson(System.Text.Json.Utf8JsonWriter json, LoadedProgram program, ProgramImage parts)
    {
        json.WriteNumber("bytes", parts.Size);
        json.WriteStartArray("sections");
        foreach ((string name, int bytes, int? entries) in Sections(parts))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("bytes", bytes);
            if (entries is { } count)
            {
                json.WriteNumber("entries", count);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("functions");
        foreach (ImageFunction function in parts.Functions)
        {
            WorstCost cost = WorstCost.Of(function);
            json.WriteStartObject();
            json.WriteNumber("no", function.Index);
            json.WriteString("name", NameOf(function, program.Map, parts));
            json.WriteNumber("code", function.Code.Length);
            json.WriteNumber("locals", function.Locals);
            json.WriteNumber("stack", function.Stack);
            json.WriteNumber("worstCost", cost.Steps);
            json.WriteNumber("loops", cost.Loops);
            json.WriteNumber("calls", cost.Calls);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("constants", parts.Constants.Count);
        json.WriteNumber("globals", parts.Globals);
    }

    // The sections of lib/spec/image.md in their order; together they are the image.
    internal static List<(string Name, int Bytes, int? Entries)> Sections(ProgramImage image)
    {
        int counts = Varint(image.Names.Count) + Varint(image.Constants.Count) + Varint(image.Globals) + Varint(image.Functions.Count) + Varint(image.Hooks.Count) + Varint(image.Requirements.Count);
        int names = image.Names.Sum(n => Sized(Encoding.UTF8.GetByteCount(n)));
        int constants = image.Constants.Sum(Constant);
        int hooks = image.Hooks.Sum(h => Varint(h.Hook) + Varint(h.Function));
        int requirements = image.Requirements.Sum(r => 1 + Varint(r.Value));
        int code = image.Functions.Where(f => !IsInternal(f)).Sum(f => f.Code.Length);
        int prelude = image.Functions.Where(IsInternal).Sum(f => f.Code.Length);
        int functions = image.Size - HeaderBytes - counts - names - constants - hooks - requirements - code - prelude;
        return
        [
            ("header and counts", HeaderBytes + counts, null),
            ("names", names, image.Names.Count),
            ("constants", constants, image.Constants.Count),
            ("function headers", functions, image.Functions.Count),
            ("hooks", hooks, image.Hooks.Count),
            ("requirements", requirements, image.Requirements.Count),
            ("code of the script", code, image.Functions.Count(f => !IsInternal(f))),
            ("code of the Python half", prelude, image.Functions.Count(IsInternal)),
        ];
    }

    private static bool IsInternal(ImageFunction function) => function.Flags.HasFlag(ImageFunctionFlags.Internal);

    private static string NameOf(ImageFunction function, DebugMap? map, ProgramImage image) =>
        map is not null && function.Index < map.Functions.Length ? map.Functions[function.Index].QualifiedName
        : image.NameText(function.Name) ?? (function.Index == 0 ? "<module>" : "?");

    private static int Constant(ImageConstant constant) => 1 + constant switch
    {
        ImageConstant.Int value => SignedVarint(value.Value),
        ImageConstant.Float => 8,
        ImageConstant.Str value => Sized(Encoding.UTF8.GetByteCount(value.Value)),
        ImageConstant.Bytes value => Sized(value.Value.Length),
        ImageConstant.Tuple value => Varint(value.Items.Length) + value.Items.Sum(Varint),
        ImageConstant.NameList value => Varint(value.Numbers.Length) + value.Numbers.Sum(Varint),
        ImageConstant.Builtin value => Varint(value.Number),
        _ => 0,
    };

    private static int Sized(int length) => Varint(length) + length;

    private static int Varint(int value)
    {
        int bytes = 1;
        for (; value > 127; value >>= 7)
        {
            bytes++;
        }

        return bytes;
    }

    private static int SignedVarint(long value)
    {
        int bytes = 1;
        for (; value is < -64 or > 63; value >>= 7)
        {
            bytes++;
        }

        return bytes;
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
