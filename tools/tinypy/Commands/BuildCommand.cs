// `tinypy build`: an image, and beside it the debug map that gives the words to its numbers.
using TinyPy.Compiler.Generated;

namespace TinyPy.Tool.Commands;

/// <summary>The command build.</summary>
internal static class BuildCommand
{
    public static int Execute(string file, string? output, CommonOptions options, CliHost host)
    {
        string image = output ?? (file == "-" ? "out" : Path.ChangeExtension(file, null)) + ProgramLoader.ImageExtension;
        string map = Path.ChangeExtension(image, ProgramLoader.MapExtension);
        if (!image.EndsWith(ProgramLoader.ImageExtension, StringComparison.Ordinal))
        {
            throw new CliException(ExitCodes.Usage, $"The output {image} must end in {ProgramLoader.ImageExtension}: tinypy knows an image by that.");
        }

        LoadedProgram? program = ProgramLoader.Compile(file, InputFile.Read(file, "a script", LimitInfo.MAX_SOURCE), ProgramLoader.Surround(options), host);
        if (program is null)
        {
            return ExitCodes.Compile;
        }

        // A map is used for its own image only, so an old image never meets the new map.
        OutputFile.Write(map, program.Map!.Write());
        OutputFile.Write(image, program.Image);
        if (options.Json)
        {
            return JsonReport.Write(host, "build", ExitCodes.Ok, json =>
            {
                json.WriteString("image", image);
                json.WriteString("map", map);
                json.WriteNumber("bytes", program.Image.Length);
                json.WriteString("sha256", program.Map.Hash);
            });
        }

        if (!options.Quiet)
        {
            host.Out.WriteLine($"{image}: {program.Image.Length} bytes, debug map in {map}");
        }

        return ExitCodes.Ok;
    }
}
