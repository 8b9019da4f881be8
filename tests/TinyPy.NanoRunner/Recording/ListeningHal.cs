// The board of a case that also keeps what the device only digests, so that the recorder can hold it against the golden script's expectations.
using TinyPy.NanoTests;
using TinyPy.Tests.Golden;

namespace TinyPy.NanoRunner.Recording;

/// <summary>Keeps the whole output and every pin change.</summary>
internal sealed class ListeningHal(long[] inputs) : CaseHal(inputs)
{
    /// <summary>The output.</summary>
    public MemoryStream Written { get; } = new();

    /// <summary>The pin changes as golden scripts write them.</summary>
    public List<string> Changes { get; } = [];

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int start, int count)
    {
        base.Write(buffer, start, count);
        Written.Write(buffer, start, count);
    }

    /// <inheritdoc/>
    protected override void PinChanged(long micros, int pin, int level)
    {
        base.PinChanged(micros, pin, level);
        Changes.Add(GoldenScript.PinChange(micros, pin, level));
    }
}
