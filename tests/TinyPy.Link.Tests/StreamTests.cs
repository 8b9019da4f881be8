// The same session over a real socket, the board on a thread of its own: what simulated time cannot show. Waits are bounded, nothing is timed.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TinyPy.Device;
using TinyPy.Hosting;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;

namespace TinyPy.Link.Tests;

public sealed class StreamTests
{
    [Fact]
    public async Task A_session_over_a_socket()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var board = new SocketBoard(listener);
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        await using var host = new DeviceSession(new StreamTransport(client.GetStream(), "socket"));
        var text = new StringBuilder();
        host.Output = piece => text.Append(Encoding.UTF8.GetString(piece.Bytes.Span));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.Equal("sim", (await host.HelloAsync(limit.Token)).Board);
        UploadResult result = await host.UploadAsync(Configs.Image("for i in range(100):\n    print(i)\n"), new UploadOptions { Start = true, Follow = true }, null, limit.Token);
        Assert.Equal(RunState.DONE, (await host.WaitForEndAsync(0, result.Run, limit.Token)).State);
        Assert.Equal(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i}\n")), text.ToString());
        board.Dispose();
        await Assert.ThrowsAsync<LinkClosedException>(() => host.StatusAsync(0, limit.Token));
    }

    [Fact]
    public async Task A_read_that_times_out_loses_no_byte()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using TcpClient server = await listener.AcceptTcpClientAsync();
        await using var transport = new StreamTransport(client.GetStream(), "socket");
        byte[] buffer = new byte[3];
        Assert.Equal(0, await transport.ReadAsync(buffer, TimeSpan.FromMilliseconds(20), default));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await transport.ReadAsync(buffer, TimeSpan.FromSeconds(60), cancel.Token));
        await server.GetStream().WriteAsync("abcdef"u8.ToArray());
        string got = "";
        while (got.Length < 6)
        {
            int count = await transport.ReadAsync(buffer, TimeSpan.FromSeconds(60), default);
            Assert.InRange(count, 1, 3);
            got += Encoding.ASCII.GetString(buffer, 0, count);
        }

        Assert.Equal("abcdef", got);
        server.Close();
        await Assert.ThrowsAsync<LinkClosedException>(async () => await transport.ReadAsync(buffer, TimeSpan.FromSeconds(60), default));
    }

    // The supervisor over a socket, its clock the machine's.
    private sealed class SocketBoard : IBoard, ILinkPort, IDisposable
    {
        private readonly SimulatedBoard _pins = new(Hosting.Boards.Board.Simulator);
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly TcpListener _listener;
        private readonly Thread _thread;
        private volatile bool _over;
        private Socket? _socket;

        public SocketBoard(TcpListener listener)
        {
            _listener = listener;
            _thread = new Thread(Serve) { IsBackground = true };
            _thread.Start();
        }

        public void Dispose()
        {
            _over = true;
            _thread.Join();
        }

        private void Serve()
        {
            _socket = _listener.AcceptSocket();
            _socket.Blocking = false;
            var supervisor = new Supervisor(Configs.Open(), this, new MemoryStorage(), this);
            while (!_over)
            {
                if (supervisor.Step() > 0)
                    Thread.Sleep(1);
            }

            _socket.Dispose();
        }

        public int Read(byte[] buffer, int start, int count)
        {
            int got = _socket!.Receive(buffer.AsSpan(start, count), SocketFlags.None, out SocketError error);
            return error == SocketError.Success ? got : 0;
        }

        int ILinkPort.Write(byte[] buffer, int start, int count)
        {
            int sent = _socket!.Send(buffer.AsSpan(start, count), SocketFlags.None, out SocketError error);
            return error == SocketError.Success ? sent : 0;
        }

        public int ReceiveRoom() => 4096;

        public long Micros() => _watch.ElapsedTicks * 1_000_000 / Stopwatch.Frequency;

        public void Write(byte[] buffer, int start, int count)
        {
        }

        public bool ConfigurePin(int pin, int mode, int pull) => _pins.ConfigurePin(pin, mode, pull);

        public int ReadPin(int pin) => _pins.ReadPin(pin);

        public void WritePin(int pin, int level) => _pins.WritePin(pin, level);

        public int Seed() => 1;

        public int BootNumber() => 1;

        public bool SafeBoot() => false;

        public bool SetClock(long micros) => false;

        public void Reboot(bool safe)
        {
        }
    }
}
