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
        List<(string File, int Bytes)> good = [];
        foreach (string file in files)
        {
            LoadedProgram? program = ProgramLoader.Compile(file, InputFile.Read(file, "a script", LimitInfo.MAX_SOURCE), surroundings, host);
            if (program is null)
            {
                code = ExitCodes.Compile;
            }
            else
            {
                good.Add((file, program.Image.Length));
            }

            if (program is not null && !options.Quiet && !options.Json)
            {
                host.Out.WriteLine($"{file}: ok, {program.Image.Length} bytes");
            }
        }

        return !options.Json ? code : JsonReport.Write(host, "check", code, json =>
        {
            json.WriteStartArray("files");
            foreach ((string file, int bytes) in good)
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                json.WriteNumber("bytes", bytes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            JsonReport.WriteErrors(json, host.Diagnostics);
        });
    }
}
