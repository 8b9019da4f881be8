// A board's storage in arrays that were made beforehand: it allocates nothing, so that what is counted inside of a step is the supervisor's.
using TinyPy.Device;

namespace TinyPy.Link.Tests.Rig;

/// <summary>Six files of a fixed size at most.</summary>
internal sealed class FixedStorage : IStorage
{
    private readonly byte[][] _files = [.. Enumerable.Range(0, 6).Select(_ => new byte[16_384])];
    private readonly int[] _lengths = [-1, -1, -1, -1, -1, -1];

    public int Read(int file, int at, byte[] buffer, int start, int count)
    {
        if (_lengths[file] < 0)
            return -1;
        int got = Math.Max(0, Math.Min(count, _lengths[file] - at));
        Array.Copy(_files[file], at, buffer, start, got);
        return got;
    }

    public bool Write(int file, int at, byte[] buffer, int start, int count)
    {
        Array.Copy(buffer, start, _files[file], at, count);
        _lengths[file] = at + count;
        return true;
    }

    public bool Delete(int file)
    {
        _lengths[file] = -1;
        return true;
    }
}
