// A line between two processes that damages frames: the command and a virtual device as a user starts them, and a relay between their sockets. What simulated
// time shows for every kind of damage (tests/TinyPy.Link.Tests/BadLineTests.cs), this shows once for real.
using System.Net;
using System.Net.Sockets;

namespace TinyPy.Host.Tests.Devices;

[Collection(nameof(DeviceTestsInTurn))]
public sealed class DamagedLineTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 2)]
    public void A_program_goes_up_runs_and_comes_back_whole(int percent, int seed)
    {
        using DeviceProcess device = new("--tcp", "0");
        using Relay relay = new(int.Parse(device.Port[(device.Port.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture), percent, seed);
        string[] at = ["--port", $"tcp:127.0.0.1:{relay.Port}", "--timeout", "30", "--quiet"];

        // Some 4 KB of program and as much of output.
        string table = string.Join(",\n", Enumerable.Range(0, 60).Select(i => $"    'text number {i:000} of a table that fills the image'"));
        string script = _folder.Write("table.py", $"ROWS = [\n{table}]\nfor row in ROWS:\n    print(row)\n");
        CliResult run = CliFolder.Run(["run", script, .. at]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(string.Concat(Enumerable.Range(0, 60).Select(i => $"text number {i:000} of a table that fills the image\n")), run.Out);
        Assert.True(percent < 5 || relay.Damaged > 5, $"the relay damaged {relay.Damaged} frames of {relay.Frames}");
        Assert.Equal("3\n", CliFolder.RunWithInput("x = 1\nx + 2\n", ["repl", .. at]).Out);
    }

    // Passes frames (what ends in a zero) on, some of them cut, flipped, doubled, left out, or behind the next one.
    private sealed class Relay : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _end = new();
        private readonly int _device;
        private readonly double _each;
        private int _frames;
        private int _damaged;

        public Relay(int device, int percent, int seed)
        {
            _device = device;
            _each = percent / 500.0;
            _listener.Start();
            _ = AcceptAsync(seed);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Frames => _frames;

        public int Damaged => _damaged;

        public void Dispose()
        {
            _end.Cancel();
            _listener.Dispose();
            _end.Dispose();
        }

        private async Task AcceptAsync(int seed)
        {
            try
            {
                while (true)
                {
                    using TcpClient host = await _listener.AcceptTcpClientAsync(_end.Token);
                    using TcpClient device = new();
                    await device.ConnectAsync(IPAddress.Loopback, _device, _end.Token);
                    using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
                    Task up = PassAsync(host.GetStream(), device.GetStream(), new Random(seed), both.Token);
                    Task down = PassAsync(device.GetStream(), host.GetStream(), new Random(seed + 1000), both.Token);
                    await Task.WhenAny(up, down);
                    await both.CancelAsync();
                }
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
            {
                // The test is over, or the device went away: the command will say so.
            }
        }

        private async Task PassAsync(NetworkStream from, NetworkStream to, Random random, CancellationToken cancel)
        {
            byte[] buffer = new byte[4096];
            List<byte> frame = [];
            byte[]? late = null;
            try
            {
                while (await from.ReadAsync(buffer, cancel) is > 0 and var count)
                {
                    for (int i = 0; i < count; i++)
                    {
                        frame.Add(buffer[i]);
                        if (buffer[i] != 0 || frame.Count == 1)
                            continue;
                        byte[] whole = [.. frame];
                        frame.Clear();
                        Interlocked.Increment(ref _frames);
                        double draw = random.NextDouble() / _each;
                        if (draw < 5)
                            Interlocked.Increment(ref _damaged);
                        byte[] sent = draw switch
                        {
                            < 1 => whole[..random.Next(whole.Length)],
                            < 2 => Flip(whole, random),
                            < 3 => [.. whole, .. whole],
                            < 4 => [],
                            _ => whole,
                        };
                        if (draw is >= 4 and < 5 && late is null)
                        {
                            late = whole;
                            continue;
                        }

                        await to.WriteAsync(sent, cancel);
                        if (late is not null)
                            await to.WriteAsync(late, cancel);
                        late = null;
                    }
                }
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // One side is gone: the other one is told by the end of its stream.
            }
        }

        private static byte[] Flip(byte[] bytes, Random random)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            return bytes;
        }
    }
}
