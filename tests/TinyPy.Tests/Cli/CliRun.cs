// One command line in a folder of its own: what it wrote and its exit code. The command runs in this process, by the same entry as the real one.
using System.Text;
using TinyPy.Tool;

namespace TinyPy.Tests.Cli;

/// <summary>What a command came to.</summary>
internal sealed record CliResult(int Code, string Out, string Error);

/// <summary>A folder with files, and commands that run on them.</summary>
public sealed class CliFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tinypy-test-");

    /// <summary>The absolute path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>The names of the files in the folder, sorted.</summary>
    public string[] Files => [.. _folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(true);

    internal static CliResult Run(params string[] args) => Run(false, args);

    /// <summary>With lines that are typed, or piped in.</summary>
    internal static CliResult RunWithInput(string input, params string[] args) => Run(false, args, new StringReader(input));

    internal static CliResult RunOnTerminal(params string[] args) => Run(true, args);

    internal static CliResult Run(bool terminal, string[] args, TextReader? input = null, Action<CliHost>? prepare = null)
    {
        using MemoryStream output = new();
        using MemoryStream error = new();
        int code;
        using (CliHost host = new(output, error, terminal) { In = input ?? TextReader.Null, InputIsTerminal = terminal })
        {
            prepare?.Invoke(host);
            code = TinyPy.Tool.Cli.Run(args, host);
        }

        return new CliResult(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
