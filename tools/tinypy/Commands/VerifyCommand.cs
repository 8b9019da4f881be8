// `tinypy verify`: what a board of that kind, with that policy and those limits, says to an image.
using TinyPy.Compiler.Generated;
using TinyPy.Compiler.Image;
using TinyPy.Hosting;

namespace TinyPy.Tool.Commands;

/// <summary>The command verify.</summary>
internal static class VerifyCommand
{
    public static int Execute(string file, CommonOptions options, CliHost host)
    {
        Surroundings surroundings = ProgramLoader.Surround(options);
        if (ProgramLoader.LoadParts(file, surroundings, host) is not var (program, parts))
        {
            return ExitCodes.Compile;
        }

        Sandbox sandbox = new(new SandboxOptions { Board = surroundings.Board, Policy = surroundings.Policy, Limits = surroundings.Limits });
        if (sandbox.Load(program.Image) is { } refusal)
        {
            throw ProgramLoader.Refused(program, refusal.Error, refusal.Offset, surroundings.Policy);
        }

        if (options.Json)
        {
            return JsonReport.Write(host, "verify", ExitCodes.Ok, json =>
            {
                json.WriteNumber("bytes", parts.Size);
                json.WriteNumber("functions", parts.Functions.Count);
                json.WriteStartArray("needs");
                foreach (ImageRequirement requirement in parts.Requirements)
                {
                    json.WriteStringValue(Describe(requirement));
                }

                json.WriteEndArray();
            });
        }

        if (!options.Quiet)
        {
            string needs = string.Join(", ", parts.Requirements.Select(Describe));
            host.Out.WriteLine($"{file}: ok, {parts.Size} bytes, {parts.Functions.Count} functions, needs {(needs.Length == 0 ? "nothing" : needs)}");
        }

        return ExitCodes.Ok;
    }

    private static string Describe(ImageRequirement requirement) => requirement.Kind switch
    {
        ImageRequirement.Module => BuiltinInfo.All[requirement.Value]!.Name,
        _ => requirement.PinText,
    };
}
