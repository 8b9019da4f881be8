// Both ends of a pseudo-terminal: this process has the near end and gives others the name of the far one, which looks like a serial port. Invariant: the
// far end stays open in here too, so that a host that closes it is like a host that falls silent on a wire, and nothing that it sets up is lost.
using System.Runtime.InteropServices;

namespace TinyPy.Ports.Unix;

/// <summary>A pair of connected ports on one machine; Linux and macOS.</summary>
public sealed class PseudoTerminal : IPort
{
    private static readonly Lock s_naming = new();

    private readonly Descriptor _near;
    private readonly int _far;
    private int _closed;

    private PseudoTerminal(string name, Descriptor near, int far)
    {
        Name = name;
        _near = near;
        _far = far;
    }

    /// <summary>The name of the far end, for others to open.</summary>
    public string Name { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="PortException">This system has none, or no more of them.</exception>
    public static PseudoTerminal Open()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PortException(PortTrouble.NotUsable, "Windows has no pseudo-terminals: use --tcp PORT in their place.");
        }

        // macOS takes no more than these two flags here; there the wait before each read and write is what keeps this from blocking.
        int flags = Native.ReadWrite | Native.NoControllingTerminal;
        int near = Native.OpenPseudoTerminal(OperatingSystem.IsMacOS() ? flags : flags | Native.NonBlocking | Native.CloseOnExec);
        string? name = null;
        if (near >= 0 && Native.Grant(near) == 0 && Native.Unlock(near) == 0)
        {
            // The C library gives the name in a buffer that all threads share.
            lock (s_naming)
            {
                name = Marshal.PtrToStringUTF8(Native.NameOfOtherEnd(near));
            }
        }

        if (name is null)
        {
            throw Failed(near);
        }

        int far = Native.Open(name, Native.ReadWrite | Native.NoControllingTerminal | Native.NonBlocking | Native.CloseOnExec);
        if (far < 0)
        {
            throw Failed(near);
        }

        _ = LineSettings.Apply(far, SerialSettings.DefaultBaud);
        return new PseudoTerminal(name, new Descriptor(name, near), far);
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, int timeout) => _near.Read(buffer, timeout);

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<byte> bytes, int timeout) => _near.Write(bytes, timeout);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _near.Dispose();
            _ = Native.Close(_far);
        }
    }

    private static PortException Failed(int near)
    {
        if (near >= 0)
        {
            _ = Native.Close(near);
        }

        return new PortException(PortTrouble.NotUsable, "No pseudo-terminal can be made on this machine: use --tcp PORT in its place.");
    }
}
