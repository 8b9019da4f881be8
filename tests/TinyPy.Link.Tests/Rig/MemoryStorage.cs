// A board's storage in memory that can lose power: the n-th write or removal is done half, and from then on nothing works until the power is back.
using TinyPy.Device;

namespace TinyPy.Link.Tests.Rig;

/// <summary>Files by number.</summary>
internal sealed class MemoryStorage : IStorage
{
    private readonly Dictionary<int, byte[]> _files = [];

    /// <summary>Writes and removals so far.</summary>
    public int Operations { get; private set; }

    /// <summary>The operation, counted from 1, in which the power fails; 0: none.</summary>
    public int FailAt { get; set; }

    /// <summary>How much of the failing write arrives: 0 nothing, 1 half, 2 all, 3 the length with other bytes.</summary>
    public int Torn { get; set; }

    /// <summary>Without power nothing works.</summary>
    public bool Dead { get; private set; }

    /// <summary>Operations fail without the power being lost: a storage that is full or broken.</summary>
    public bool Broken { get; set; }

    /// <summary>Microseconds that each write takes, told to whoever keeps the time.</summary>
    public Action? Wrote { get; set; }

    public IReadOnlyDictionary<int, byte[]> Files => _files;

    public void PowerUp()
    {
        Dead = false;
        FailAt = 0;
    }

    public void Put(int file, byte[] bytes) => _files[file] = bytes;

    public int Read(int file, int at, byte[] buffer, int start, int count)
    {
        if (Dead || !_files.TryGetValue(file, out byte[]? bytes))
            return -1;
        int got = Math.Clamp(bytes.Length - at, 0, count);
        Array.Copy(bytes, Math.Min(at, bytes.Length), buffer, start, got);
        return got;
    }

    public bool Write(int file, int at, byte[] buffer, int start, int count)
    {
        if (Dead || Broken)
            return false;
        byte[] before = at == 0 ? [] : _files.GetValueOrDefault(file) ?? [];
        Assert.Equal(at, before.Length);
        byte[] written = [.. before, .. buffer.AsSpan(start, count)];
        if (Fails())
        {
            if (Torn == 1)
                _files[file] = written[..(before.Length + count / 2)];
            else if (Torn == 2)
                _files[file] = written;
            else if (Torn == 3)
                _files[file] = [.. written.Select((b, i) => i < before.Length + count / 2 ? b : (byte)0xFF)];
            return false;
        }

        _files[file] = written;
        Wrote?.Invoke();
        return true;
    }

    public bool Delete(int file)
    {
        if (Dead || Broken)
            return false;
        if (Fails())
        {
            if (Torn >= 2)
                _files.Remove(file);
            return false;
        }

        _files.Remove(file);
        return true;
    }

    private bool Fails()
    {
        Dead = ++Operations == FailAt;
        return Dead;
    }
}
