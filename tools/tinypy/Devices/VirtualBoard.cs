// A simulated board under the firmware's supervisor: pins of Hosting's SimulatedBoard, the real clock, storage in memory or in a folder. Invariant: what
// the supervisor keeps in the folder is what a board would have in its flash: it outlives the process.
using System.Diagnostics;
using TinyPy.Device;
using TinyPy.Hosting;
using TinyPy.Vm;

namespace TinyPy.Tool.Devices;

/// <summary>The board of a virtual device.</summary>
internal sealed class VirtualBoard(SimulatedBoard board, int boot, bool safe) : IBoard, IPeripherals
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Set when the supervisor asked for a start anew: whether it shall be without autorun.</summary>
    public bool? Restart { get; private set; }

    public long Micros()
    {
        board.AdvanceTo(_watch.ElapsedTicks * 1_000_000 / Stopwatch.Frequency);
        return board.Micros();
    }

    public void Write(byte[] buffer, int start, int count)
    {
        // Output goes to the supervisor.
    }

    public bool ConfigurePin(int pin, int mode, int pull) => board.ConfigurePin(pin, mode, pull);

    public int ReadPin(int pin) => board.ReadPin(pin);

    public void WritePin(int pin, int level) => board.WritePin(pin, level);

    public bool Watch(int pin, int edges) => board.Watch(pin, edges);

    public int ReadAnalog(int pin) => board.ReadAnalog(pin);

    public bool SetPwm(int pin, int hertz, int duty) => board.SetPwm(pin, hertz, duty);

    public int Seed() => board.Seed();

    public int BootNumber() => boot;

    public bool SafeBoot() => safe;

    // The host has a clock of its own, which is right.
    public bool SetClock(long micros) => true;

    public void Reboot(bool safe) => Restart = safe;
}

/// <summary>Storage in memory: gone with the process.</summary>
internal sealed class MemoryStorage : IStorage
{
    private readonly Dictionary<int, byte[]> _files = [];

    public int Read(int file, int at, byte[] buffer, int start, int count)
    {
        if (!_files.TryGetValue(file, out byte[]? bytes))
        {
            return -1;
        }

        int got = Math.Clamp(bytes.Length - at, 0, count);
        Array.Copy(bytes, bytes.Length - Math.Max(bytes.Length - at, 0), buffer, start, got);
        return got;
    }

    public bool Write(int file, int at, byte[] buffer, int start, int count)
    {
        byte[] before = at == 0 ? [] : _files.GetValueOrDefault(file) ?? [];
        if (before.Length != at)
        {
            return false;
        }

        _files[file] = [.. before, .. buffer.AsSpan(start, count)];
        return true;
    }

    public bool Delete(int file)
    {
        _files.Remove(file);
        return true;
    }
}

/// <summary>Storage in a folder.</summary>
internal sealed class FolderStorage(string folder) : IStorage
{
    public int Read(int file, int at, byte[] buffer, int start, int count)
    {
        try
        {
            using FileStream stream = new(PathOf(file), FileMode.Open, FileAccess.Read);
            stream.Seek(at, SeekOrigin.Begin);
            return at >= stream.Length ? 0 : stream.ReadAtLeast(buffer.AsSpan(start, count), count, false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return -1;
        }
    }

    public bool Write(int file, int at, byte[] buffer, int start, int count)
    {
        try
        {
            using FileStream stream = new(PathOf(file), at == 0 ? FileMode.Create : FileMode.Open, FileAccess.Write);
            if (stream.Length != at)
            {
                return false;
            }

            stream.Seek(at, SeekOrigin.Begin);
            stream.Write(buffer, start, count);
            stream.Flush(true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public bool Delete(int file)
    {
        try
        {
            File.Delete(PathOf(file));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string PathOf(int file) => Path.Combine(folder, $"tp{file}.bin");
}
