// What tinypy keeps between its runs: which virtual devices there are, and the debug maps of programs that were sent to boards. Invariant: everything in
// here can be deleted at any time; a file that cannot be read is as if it were not there.
using System.Text.Json;
using TinyPy.Compiler.Image;

namespace TinyPy.Tool.Devices;

/// <summary>A virtual device that is running.</summary>
internal sealed record VirtualEntry(string Port, string Board, int Process);

/// <summary>Files of tinypy's own.</summary>
internal static class StateFolder
{
    /// <summary>Names another folder; for tests and for machines without a home.</summary>
    public const string Variable = "TINYPY_STATE";

    private const int MostMaps = 200;
    private const int HashDigits = 16;

    private static string Root
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            {
                return named;
            }

            string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "tinypy");
        }
    }

    private static string Devices => Path.Combine(Root, "devices");

    private static string Maps => Path.Combine(Root, "maps");

    /// <summary>Notes a virtual device of this process; disposing takes it away again.</summary>
    public static IDisposable Register(string port, string board)
    {
        string file = Path.Combine(Devices, $"{Environment.ProcessId}.json");
        Try(() =>
        {
            Directory.CreateDirectory(Devices);
            File.WriteAllText(file, JsonSerializer.Serialize(new Dictionary<string, string> { ["port"] = port, ["board"] = board }));
        });
        return new Removal(file);
    }

    /// <summary>The virtual devices whose processes live.</summary>
    public static IReadOnlyList<VirtualEntry> VirtualDevices()
    {
        List<VirtualEntry> found = [];
        Try(() =>
        {
            foreach (string file in Directory.Exists(Devices) ? Directory.GetFiles(Devices, "*.json") : [])
            {
                if (!int.TryParse(Path.GetFileNameWithoutExtension(file), out int process) || !IsAlive(process))
                {
                    Try(() => File.Delete(file));
                    continue;
                }

                Try(() =>
                {
                    using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
                    found.Add(new VirtualEntry(json.RootElement.GetProperty("port").GetString()!, json.RootElement.GetProperty("board").GetString()!, process));
                });
            }
        });
        return found;
    }

    /// <summary>Keeps the debug map of a program that goes to a board.</summary>
    public static void KeepMap(DebugMap? map)
    {
        if (map is null)
        {
            return;
        }

        Try(() =>
        {
            Directory.CreateDirectory(Maps);
            string file = MapFile(map.Hash);
            string temporary = $"{file}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(temporary, map.Write());
            File.Move(temporary, file, true);
            foreach (FileInfo old in new DirectoryInfo(Maps).GetFiles("*.tpm").OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostMaps))
            {
                old.Delete();
            }
        });
    }

    /// <summary>The debug map of the image with that hash (at least its first 16 digits), or null.</summary>
    public static DebugMap? FindMap(string hash)
    {
        DebugMap? map = null;
        Try(() =>
        {
            if (hash.Length >= HashDigits && File.Exists(MapFile(hash)))
            {
                map = DebugMap.Read(File.ReadAllBytes(MapFile(hash)));
            }
        });
        return map is not null && map.Hash.StartsWith(hash, StringComparison.Ordinal) ? map : null;
    }

    private static string MapFile(string hash) => Path.Combine(Maps, hash[..HashDigits] + ProgramLoader.MapExtension);

    private static bool IsAlive(int process)
    {
        try
        {
            using System.Diagnostics.Process found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return;
        }
    }

    private sealed class Removal(string file) : IDisposable
    {
        public void Dispose() => Try(() => File.Delete(file));
    }
}
