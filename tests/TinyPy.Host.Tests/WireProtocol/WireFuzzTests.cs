// Noise, damage and hostile packets, from the device to the host and back. The seeds are fixed and part of each message; the work is bounded by the bytes.
using System.Text;
using TinyPy.Ports;
using TinyPy.Ports.WireProtocol;

namespace TinyPy.Host.Tests.WireProtocol;

public sealed class WireFuzzTests
{
    private const int Rounds = 300;

    [Fact]
    public void Packets_are_found_again_after_any_noise_and_nothing_is_lost_or_made_up()
    {
        for (int seed = 1; seed <= Rounds; seed++)
        {
            Random random = new(seed);
            List<string> sent = [];
            List<byte> stream = [];
            long noise = 0;
            for (int i = 0; i < 10; i++)
            {
                byte[] junk = new byte[random.Next(40)];
                random.NextBytes(junk);
                if (random.Next(3) == 0)
                    WirePacket.Marker[..random.Next(9)].CopyTo(junk.Length >= 8 ? junk : junk = new byte[8]);
                stream.AddRange(junk);
                noise += junk.Length;
                byte[] payload = new byte[random.Next(4) == 0 ? random.Next(1025) : random.Next(30)];
                random.NextBytes(payload);
                stream.AddRange(WirePeer.Packet(i, i + 1, 0, 1, payload));
                sent.Add($"{i} {Convert.ToHexString(payload)}");
            }

            List<string> found = [];
            long text = 0;
            WireReader reader = new(p => found.Add($"{p.Command} {Convert.ToHexString(p.Payload)}"), bytes => text += bytes.Length);
            for (int at = 0; at < stream.Count;)
            {
                int count = Math.Min(random.Next(1, 200), stream.Count - at);
                reader.Push(stream.GetRange(at, count).ToArray());
                at += count;
            }

            Assert.True(sent.SequenceEqual(found), $"seed {seed}: {found.Count} of {sent.Count} packets");
            Assert.True(noise == text, $"seed {seed}: {noise} bytes of noise, {text} of text");
        }
    }

    [Fact]
    public void A_flipped_bit_costs_no_packet_but_its_own()
    {
        byte[][] packets = [.. Enumerable.Range(0, 3).Select(i => WirePeer.Packet(1, i, 0, 1, Encoding.ASCII.GetBytes($"message {i}")))];
        for (int bit = 0; bit < packets[1].Length * 8; bit++)
        {
            byte[] damaged = [.. packets[1]];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            List<string> found = [];
            WireReader reader = new(p => found.Add(Encoding.ASCII.GetString(p.Payload)), _ => { });
            reader.Push([.. packets[0], .. damaged, .. packets[2]]);
            Assert.True(found.Count == 2 && found[0] == "message 0" && found[1] == "message 2", $"bit {bit}: {string.Join(", ", found)}");
        }
    }

    [Fact]
    public void A_packet_that_is_cut_costs_no_packet_but_its_own()
    {
        byte[] packet = WirePeer.Packet(1, 1, 0, 1, new byte[50]);
        for (int length = 0; length < packet.Length; length++)
        {
            int found = 0;
            WireReader reader = new(_ => found++, _ => { });
            reader.Push([.. packet[..length], .. WirePeer.Packet(1, 2, 0, 1, [7])]);

            // A header promises more than there is: the next packet is found as soon as as many bytes came, inside of them.
            reader.Push(new byte[64]);
            Assert.True(found == 1, $"cut at {length}: {found}");
        }
    }

    [Fact]
    public void The_host_survives_anything_that_a_device_sends()
    {
        for (int seed = 1; seed <= Rounds; seed++)
        {
            Random random = new(seed);
            (MemoryPort host, MemoryPort device) = MemoryPort.Pair();
            WirePeer peer = new(device);
            host.Idle = peer.Work;
            device.Filter = bytes =>
            {
                switch (random.Next(6))
                {
                    case 0:
                        return [];
                    case 1:
                        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                        return bytes;
                    case 2:
                        byte[] junk = new byte[random.Next(100)];
                        random.NextBytes(junk);
                        return [.. junk, .. bytes];
                    case 3:
                        // A valid packet with a payload that is none: answers of any length to anything.
                        byte[] payload = new byte[random.Next(12)];
                        random.NextBytes(payload);
                        return WirePeer.Packet(random.Next(3) * 0x11 / 2, 1, BitConverter.ToUInt16(bytes, 22), 2 | (random.Next(2) << 15), payload);
                    default:
                        return bytes;
                }
            };
            byte[] file = new byte[random.Next(3000)];
            random.NextBytes(file);
            using WireClient client = new(host, 1);
            try
            {
                client.Ping();
                client.WriteFile("I:\\f", file);
            }
            catch (WireException error)
            {
                Assert.Matches("^[^\n]{20,}[.?]$", error.Message);
            }

            Assert.InRange(host.Written, 0, 100_000);
        }
    }

    [Fact]
    public void What_a_damaged_line_delivers_is_whole_or_an_error()
    {
        int whole = 0;
        for (int seed = 1; seed <= Rounds; seed++)
        {
            Random random = new(seed);
            (MemoryPort host, MemoryPort device) = MemoryPort.Pair();
            WirePeer peer = new(device);
            host.Idle = peer.Work;
            host.Filter = device.Filter = bytes =>
            {
                if (random.Next(20) == 0)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            };
            byte[] file = new byte[random.Next(4000)];
            random.NextBytes(file);
            using WireClient client = new(host, 1);
            try
            {
                client.WriteFile("I:\\f", file);
                whole++;
            }
            catch (WireException)
            {
                continue;
            }

            Assert.True(file.AsSpan().SequenceEqual(peer.Files["I:\\f"]), $"seed {seed}: the file differs");
        }

        Assert.True(whole > Rounds / 2, $"only {whole} of {Rounds} files came through");
    }
}
