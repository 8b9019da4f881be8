// `tinypy disasm`: the listing of an image, with source lines where the debug map knows them.
using TinyPy.Compiler.Image;

namespace TinyPy.Tool.Commands;

/// <summary>The command disasm.</summary>
internal static class DisasmCommand
{
    public static int Execute(string file, CommonOptions options, CliHost host)
    {
        if (ProgramLoader.LoadParts(file, ProgramLoader.Surround(options), host) is not var (program, parts))
        {
            return ExitCodes.Compile;
        }

        string listing = Disassembler.List(parts, program.Map is { } map ? Names(map, parts) : null);
        if (options.Json)
        {
            return JsonReport.Write(host, "disasm", ExitCodes.Ok, json =>
            {
                json.WriteNumber("bytes", parts.Size);
                json.WriteString("listing", listing);
            });
        }

        host.Out.Write(listing);
        return ExitCodes.Ok;
    }

    private static DisassemblerOptions Names(DebugMap map, ProgramImage image)
    {
        Dictionary<string, string[]> lines = [];
        foreach (DebugFile file in map.Files)
        {
            lines[file.Path] = file.Text.Split('\n');
        }

        return new DisassemblerOptions
        {
            LineMap = (function, offset) => map.Locate(function, offset) is { } place && map.Functions[function].File is var file && file < map.Files.Length
                ? (map.Files[file].Path, place.Line)
                : null,
            SourceLine = (file, line) => lines.TryGetValue(file, out string[]? text) && line >= 1 && line <= text.Length ? text[line - 1] : null,
            GlobalName = global => image.Constants.Count + global is var slot && slot < map.Statics.Length ? map.Statics[slot] : null,
            LocalName = (function, slot) => function < map.Functions.Length && slot < map.Functions[function].Locals.Length ? map.Functions[function].Locals[slot] : null,
        };
    }
}
