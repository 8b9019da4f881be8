// A python3 that may be on the machine, the oracle. Invariant: without one nothing here fails; whoever needs it says that it was skipped.
using System.Diagnostics;

namespace TinyPy.Conformance;

/// <summary>What CPython did with a script.</summary>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Error">What it wrote to its standard error.</param>
/// <param name="ExitCode">Its exit code; -1 if it was stopped because it did not end.</param>
public sealed record PythonRun(string Output, string Error, int ExitCode);

/// <summary>Runs python3.</summary>
public static class Python
{
    private const int MostMilliseconds = 20_000;

    private static readonly Lazy<string?> s_version = new(FindVersion);

    /// <summary>Its version, for example 3.11.2, or null if there is no python3.</summary>
    public static string? Version => s_version.Value;

    /// <summary>The version that the subset follows.</summary>
    public static bool IsReference => Version?.StartsWith("3.11.", StringComparison.Ordinal) == true;

    /// <summary>Runs a file in its folder.</summary>
    public static PythonRun Run(string path) =>
        Start(Path.GetDirectoryName(Path.GetFullPath(path))!, "-BS", "-W", "ignore", Path.GetFileName(path));

    private static string? FindVersion()
    {
        try
        {
            PythonRun run = Start(Path.GetTempPath(), "-BS", "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])");
            return run.ExitCode == 0 ? run.Output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static PythonRun Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("python3", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["PYTHONHASHSEED"] = "0";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment.Remove("PYTHONPATH");
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(MostMilliseconds);
        if (!ended)
            process.Kill();
        process.WaitForExit();
        return new PythonRun(output.Result.Replace("\r\n", "\n", StringComparison.Ordinal), error.Result.Replace("\r\n", "\n", StringComparison.Ordinal), ended ? process.ExitCode : -1);
    }
}
