// The programs that are not in this repository: nanoFramework's metadata processor and a nanoCLR host, given as commands with places for files.
// Invariant: what is not given is said to be missing, never guessed.
using System.Diagnostics;
using System.Text;
using TinyPy.NanoRunner.Building;

namespace TinyPy.NanoRunner.Running;

/// <summary>The commands and the folder of libraries.</summary>
/// <param name="Processor">Converts one assembly; {in}, {out}, and {refs} (files) or {hints} (-loadHints name file) stand for files.</param>
/// <param name="Host">Runs assemblies; {pe} stands for all .pe files, mscorlib's first.</param>
/// <param name="Library">The folder of mscorlib.pe, and of System.Math.pe if there is one.</param>
internal sealed record NanoTools(string Processor, string Host, string Library)
{
    /// <summary>The variables of the environment that give them.</summary>
    public static readonly string[] Variables = ["TINYPY_MDP", "TINYPY_NANOCLR", "TINYPY_NANO_LIB"];

    /// <summary>Whether the library folder has the platform's System.Math.</summary>
    public bool HasMath => File.Exists(Path.Combine(Library, "System.Math.pe"));

    /// <summary>The libraries that are loaded as they are, in order. The test framework and its launcher are those of tests/TinyPy.NanoTests/Launcher: nanoFramework's launcher prints no end marker.</summary>
    public string[] System => ["mscorlib", .. HasMath ? (string[])["System.Math"] : []];

    /// <summary>From options, or else the environment; null with the sentence that says what is missing.</summary>
    public static NanoTools? Find(string? processor, string? host, string? library, out string missing)
    {
        string?[] values = [processor, host, library];
        List<string> absent = [];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = string.IsNullOrEmpty(values[i]) ? Environment.GetEnvironmentVariable(Variables[i]) : values[i];
            if (string.IsNullOrEmpty(values[i]))
            {
                absent.Add(Variables[i]);
            }
        }

        missing = absent.Count == 0 ? "" : $"Skipped: {string.Join(", ", absent)} not set, so there is no nanoCLR to run on (tests/TinyPy.NanoTests/README.md).";
        return absent.Count > 0 ? null : new NanoTools(values[0]!, values[1]!, values[2]!);
    }

    /// <summary>Converts an assembly.</summary>
    /// <exception cref="BuildException">The metadata processor did not make the file.</exception>
    public void Convert(string dll, string pe, IEnumerable<string> references)
    {
        string[] refs = [.. references];
        IEnumerable<string> hints = refs.SelectMany(r => new[] { "-loadHints", Path.GetFileNameWithoutExtension(r), r });
        File.Delete(pe);
        (int code, string output) = Execute(Processor, new() { ["{in}"] = [dll], ["{out}"] = [pe], ["{refs}"] = refs, ["{hints}"] = [.. hints] }, TimeSpan.FromMinutes(2));
        if (code != 0 || !File.Exists(pe))
        {
            throw new BuildException($"the metadata processor did not convert {Path.GetFileName(dll)} (exit code {code}): {output.Trim()}");
        }
    }

    /// <summary>Runs assemblies and gives the output, errors included.</summary>
    public string Run(IEnumerable<string> assemblies, TimeSpan timeout) => Execute(Host, new() { ["{pe}"] = [.. assemblies] }, timeout).Output;

    /// <summary>The arguments of a command: words, quotes around those with spaces, a place for files alone or within a word.</summary>
    /// <exception cref="BuildException">The command is empty.</exception>
    public static IReadOnlyList<string> Arguments(string template, Dictionary<string, string[]> files)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool quoted = false;
        foreach (char c in template + " ")
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c != ' ' || quoted)
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (words.Count == 0)
        {
            throw new BuildException("a command is empty: give the program and its arguments");
        }

        return [.. words.SelectMany(w => files.TryGetValue(w, out string[]? all) ? all : [files.Where(f => f.Value.Length == 1).Aggregate(w, (text, f) => text.Replace(f.Key, f.Value[0], StringComparison.Ordinal))])];
    }

    private static (int Code, string Output) Execute(string template, Dictionary<string, string[]> files, TimeSpan timeout)
    {
        IReadOnlyList<string> arguments = Arguments(template, files);
        ProcessStartInfo start = new(arguments[0]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string argument in arguments.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, e) => Add(e.Data);
        process.ErrorDataReceived += (_, e) => Add(e.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new BuildException($"'{arguments[0]}' cannot be started: {e.Message}", e);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Add($"(stopped after {timeout.TotalSeconds:0} s)");
            return (-1, output.ToString());
        }

        // The second call waits for the rest of the output.
        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Add(string? line)
        {
            if (line is not null)
            {
                lock (output)
                {
                    output.Append(line).Append('\n');
                }
            }
        }
    }
}
