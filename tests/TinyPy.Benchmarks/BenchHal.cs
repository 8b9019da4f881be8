// The outside of a measured sandbox: output into a buffer, pins that are a word each. It does as little as possible, so that the times are
// those of the machine. Invariant: it allocates nothing while a script runs.

using System.Diagnostics;
using TinyPy.Vm;

namespace TinyPy.Benchmarks;

internal sealed class BenchHal : IHal
{
    private readonly byte[] _output = new byte[4096];
    private readonly int[] _pins = new int[256];
    private int _length;

    /// <summary>What was written since the last <see cref="Clear"/>; output beyond the buffer is counted, not kept.</summary>
    public bool Wrote(ReadOnlySpan<byte> expected) =>
        _length <= _output.Length && _output.AsSpan(0, _length).SequenceEqual(expected);

    public void Clear() => _length = 0;

    public long Micros() => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);

    public void Write(byte[] buffer, int start, int count)
    {
        if (_length + count <= _output.Length)
        {
            Array.Copy(buffer, start, _output, _length, count);
        }

        _length += count;
    }

    public bool ConfigurePin(int pin, int mode, int pull) => true;

    public int ReadPin(int pin) => _pins[pin];

    public void WritePin(int pin, int level) => _pins[pin] = level;

    public int Seed() => 1;
}
