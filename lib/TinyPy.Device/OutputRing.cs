// The last output of a program's run, by offset from its first byte. Bytes stay until newer ones need their place, so that what was lost on the line can
// be sent again; Acked and Sent say how far the host has it and how far it was sent.
using System;

namespace TinyPy.Device
{
    /// <summary>A ring of bytes.</summary>
    internal sealed class OutputRing
    {
        /// <summary>Bytes written in all: the offset behind the last one. Wraps after 2 GB.</summary>
        internal int End;

        /// <summary>What the host acknowledged, and what was sent: Acked at most Sent at most End.</summary>
        internal int Acked;
        internal int Sent;

        private readonly byte[] _bytes;

        internal OutputRing(int size)
        {
            _bytes = new byte[size < 64 ? 64 : size];
        }

        internal void Reset()
        {
            End = 0;
            Acked = 0;
            Sent = 0;
        }

        /// <summary>The offset of the oldest byte kept.</summary>
        internal int First()
        {
            return End < _bytes.Length ? 0 : End - _bytes.Length;
        }

        /// <summary>Whether more than half of the ring waits for the host.</summary>
        internal bool IsFull()
        {
            return End - Acked > _bytes.Length >> 1;
        }

        /// <summary>Takes bytes. Returns how many that the host had not acknowledged were lost for them.</summary>
        internal int Add(byte[] buffer, int start, int count)
        {
            int size = _bytes.Length;
            int skipped = count > size ? count - size : 0;
            End += skipped;
            start += skipped;
            count -= skipped;
            int at = End % size;
            int part = size - at < count ? size - at : count;
            Array.Copy(buffer, start, _bytes, at, part);
            Array.Copy(buffer, start + part, _bytes, 0, count - part);
            End += count;
            int lost = First() - Acked;
            if (lost <= 0)
            {
                return 0;
            }

            Acked = First();
            if (Sent < Acked)
            {
                Sent = Acked;
            }

            return lost;
        }

        /// <summary>Copies up to `count` bytes from an offset on, which is not before First; returns how many.</summary>
        internal int Copy(int offset, byte[] buffer, int start, int count)
        {
            int size = _bytes.Length;
            count = End - offset < count ? End - offset : count;
            int at = offset % size;
            int part = size - at < count ? size - at : count;
            Array.Copy(_bytes, at, buffer, start, part);
            Array.Copy(_bytes, 0, buffer, start + part, count - part);
            return count;
        }

        /// <summary>The host has all before an offset; `again`: and wants what follows once more.</summary>
        internal void Acknowledge(int offset, bool again)
        {
            if (offset < 0 || offset > End)
            {
                return;
            }

            if (offset < First())
            {
                offset = First();
            }

            if (again)
            {
                Sent = offset;
            }
            else if (offset > Sent)
            {
                Sent = offset;
            }

            if (offset > Acked)
            {
                Acked = offset;
            }
            else if (Sent < Acked)
            {
                // Another host is behind: it is sent what it lacks, but the ring does not wait for it.
                Acked = Sent;
            }
        }
    }
}
