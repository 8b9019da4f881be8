// A board behind a socket: a virtual device, or a serial port that a network adapter forwards. Invariant: small writes leave at once (no Nagle).
using System.Net;
using System.Net.Sockets;

namespace TinyPy.Ports;

/// <summary>A port over TCP.</summary>
public sealed class TcpPort : IPort
{
    private readonly Socket _socket;

    /// <summary>Takes over a connected socket.</summary>
    public TcpPort(string name, Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        Name = name;
        _socket = socket;
        _socket.NoDelay = true;
        _socket.Blocking = false;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Connects.</summary>
    /// <exception cref="PortException">Nothing answers there.</exception>
    public static TcpPort Connect(string name, string host, int port, int timeout)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        using CancellationTokenSource cancel = new(timeout);
        try
        {
            socket.ConnectAsync(host, port, cancel.Token).AsTask().GetAwaiter().GetResult();
            return new TcpPort(name, socket);
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException or ArgumentException)
        {
            socket.Dispose();
            throw new PortException(PortTrouble.NotFound, $"Nothing answers at {name}: start the device there, or check the address.", error);
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, int timeout)
    {
        try
        {
            if (!_socket.Poll((int)Math.Min(timeout * 1000L, int.MaxValue), SelectMode.SelectRead))
            {
                return 0;
            }

            int count = _socket.Receive(buffer, SocketFlags.None, out SocketError error);
            return count > 0 ? count : error is SocketError.WouldBlock ? 0 : throw Gone(null);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            throw Gone(error);
        }
    }

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<byte> bytes, int timeout)
    {
        long end = Environment.TickCount64 + timeout;
        int sent = 0;
        try
        {
            while (sent < bytes.Length)
            {
                int count = _socket.Send(bytes[sent..], SocketFlags.None, out SocketError error);
                if (error is not (SocketError.Success or SocketError.WouldBlock))
                {
                    throw Gone(null);
                }

                sent += error is SocketError.Success ? count : 0;
                long left = end - Environment.TickCount64;
                if (sent < bytes.Length && (left <= 0 || !_socket.Poll((int)Math.Min(left, 2_000_000) * 1000, SelectMode.SelectWrite)))
                {
                    break;
                }
            }

            return sent;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            throw Gone(error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private PortException Gone(Exception? inner) => new(PortTrouble.Gone, $"The connection to {Name} was closed by the other end: connect again.", inner);
}

/// <summary>Waits for connections to a virtual device: on this machine only.</summary>
public sealed class TcpPortListener : IDisposable
{
    private readonly TcpListener _listener;

    /// <summary>Listens on a port of this machine; 0 picks a free one.</summary>
    /// <exception cref="PortException">Another program has it.</exception>
    public TcpPortListener(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            _listener.Start(4);
        }
        catch (SocketException error)
        {
            _listener.Dispose();
            throw new PortException(PortTrouble.Busy, $"TCP port {port} is taken: give another one.", error);
        }

        Number = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>The port's number.</summary>
    public int Number { get; }

    /// <summary>A connection that waits, or null.</summary>
    public TcpPort? TryAccept() => _listener.Pending() ? new TcpPort($"tcp:{Number}", _listener.AcceptSocket()) : null;

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
