// `tinypy check`: compiles, writes nothing.
using TinyPy.Compiler.Generated;

namespace TinyPy.Tool.Commands;

/// <summary>The command check.</summary>
internal static class CheckCommand
{
    public static int Execute(string[] files, CommonOptions options, CliHost host)
    {
        Surroundings surroundings = ProgramLoader.Surround(options);
        int code = ExitCodes.Ok;
        foreach (string file in files)
        {
            LoadedProgram? program = ProgramLoader.Compile(file, InputFile.Read(file, "a script", LimitInfo.MAX_SOURCE), surroundings, host);
            if (program is null)
            {
                code = ExitCodes.Compile;
            }
            else if (!options.Quiet)
            {
                host.Out.WriteLine($"{file}: ok, {program.Image.Length} bytes");
            }
        }

        return code;
    }
}
