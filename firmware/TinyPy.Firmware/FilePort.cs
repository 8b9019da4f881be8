// The line to the host over the one cable that also carries nanoFramework's debugger: the host writes files to the board's storage, the board answers on
// the console. The host's half would stand beside lib/TinyPy.Ports/WireProtocol.
//
// From the host: DATA holds the bytes; MARK is written after it and holds number, length, CRC of DATA and the number inverted, 4 bytes each. The board takes
// DATA only if it fits MARK, then writes a line "~A<number>" and deletes both. A number that it has taken before is confirmed again and not taken again.
// To the host: lines "~D" and up to 48 bytes in base 64. Everything else on the console is text for people.
// Invariant: no byte is taken twice or out of order, whatever moment the power or the cable fails at; no member throws.
using System;
using System.IO;
using TinyPy.Link;

namespace TinyPy.Firmware
{
    /// <summary>Files and the console as the board's end of the line.</summary>
    public sealed class FilePort : ILinkPort
    {
        /// <summary>The most bytes of one DATA file.</summary>
        public const int ROOM = 2048;

        private const string DATA = "tplink.dat";
        private const string MARK = "tplink.go";
        private const int MARK_BYTES = 16;
        private const int LINE_BYTES = 48;

        // Milliseconds between two looks at the storage while nothing comes.
        private const int PERIOD = 20;

        private readonly string _data;
        private readonly string _mark;
        private readonly byte[] _buffer = new byte[ROOM];
        private readonly byte[] _head = new byte[MARK_BYTES];
        private int _at;
        private int _end;
        private uint _taken;
        private long _lookAt;

        /// <summary>Starts with an empty mailbox: what lies there is from before this start.</summary>
        /// <param name="folder">With the separator at its end: "I:\".</param>
        public FilePort(string folder)
        {
            _data = folder + DATA;
            _mark = folder + MARK;
            Remove();
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int start, int count)
        {
            if (_at == _end)
            {
                long now = DateTime.UtcNow.Ticks / 10000;
                if (now < _lookAt && _lookAt - now <= PERIOD)
                {
                    return 0;
                }

                _lookAt = now + PERIOD;
                Look();
            }

            int take = _end - _at < count ? _end - _at : count;
            Array.Copy(_buffer, _at, buffer, start, take);
            _at += take;
            return take;
        }

        /// <inheritdoc/>
        public int Write(byte[] buffer, int start, int count)
        {
            int now = count < LINE_BYTES ? count : LINE_BYTES;
            try
            {
                Console.WriteLine("~D" + Convert.ToBase64String(buffer, start, now));
                return now;
            }
            catch (Exception)
            {
                return 0;
            }
        }

        /// <inheritdoc/>
        public int ReceiveRoom()
        {
            return ROOM;
        }

        // Takes DATA if it is there whole.
        private void Look()
        {
            try
            {
                if (!File.Exists(_mark) || ReadFile(_mark, _head) != MARK_BYTES)
                {
                    return;
                }

                uint number = Word(0);
                uint length = Word(4);
                if (Word(12) != ~number || length > ROOM)
                {
                    return;
                }

                if (number != _taken)
                {
                    if (ReadFile(_data, _buffer) != (int)length || Crc(_buffer, (int)length) != Word(8))
                    {
                        return;
                    }

                    _taken = number;
                    _at = 0;
                    _end = (int)length;
                }

                Remove();
                Console.WriteLine("~A" + number.ToString());
            }
            catch (Exception)
            {
                // Half a file, or one that the host is writing: the next look finds it whole.
                return;
            }
        }

        private void Remove()
        {
            try
            {
                File.Delete(_mark);
                File.Delete(_data);
            }
            catch (Exception)
            {
                // There was none.
                return;
            }
        }

        // How many bytes a file has, which are then in the buffer; one more than its length if they do not fit.
        private static int ReadFile(string path, byte[] buffer)
        {
            FileStream file = new FileStream(path, FileMode.Open, FileAccess.Read);
            try
            {
                int length = (int)file.Length;
                if (length > buffer.Length)
                {
                    return buffer.Length + 1;
                }

                int read = 0;
                while (read < length)
                {
                    int count = file.Read(buffer, read, length - read);
                    if (count <= 0)
                    {
                        return -1;
                    }

                    read += count;
                }

                return length;
            }
            finally
            {
                file.Dispose();
            }
        }

        private uint Word(int at)
        {
            return (uint)(_head[at] | _head[at + 1] << 8 | _head[at + 2] << 16 | _head[at + 3] << 24);
        }

        // CRC-32 as in image.md, bit by bit: a file comes a few times a second at most.
        private static uint Crc(byte[] bytes, int count)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = 0; i < count; i++)
            {
                crc ^= bytes[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
                }
            }

            return ~crc;
        }
    }
}
