// What tells hosts about running programs: status, output, faults, the log. Output goes to whoever reads: it is sent once, again if it is not acknowledged
// in time, and the program waits rather than lose what a reader has not got.
using TinyPy.Link;
using TinyPy.Vm;

namespace TinyPy.Device
{
    public sealed partial class Supervisor
    {
        // Output that may be on its way without an acknowledgement.
        private const int WINDOW = 4 * Protocol.OUTPUT_ROOM;

        // Records of the log that fit a reply.
        private const int LOG_ROOM = (Protocol.MAX_PAYLOAD - Answer.LOG) / Protocol.RECORD;
        private const int MAX_ENTRIES = 38;

        private readonly byte[] _text = new byte[200];
        private int _nextStream;

        // Sends one frame that nobody asked for, if the line is free: ends before output before log.
        private void Stream()
        {
            if (!_link.IsIdle())
            {
                return;
            }

            bool read = false;
            for (int i = 0; i < _programs.Length; i++)
            {
                DeviceProgram p = _programs[i];
                if (p.Attached && p.AttachedUntil - _millis < 0)
                {
                    p.Attached = false;
                }

                read |= p.Attached;
                if (p.EndPending && p.Attached)
                {
                    byte[] frame = _link.Frame;
                    p.EndPending = false;
                    frame[Protocol.HEAD + Ask.ENDED_PROGRAM] = (byte)p.Number;
                    Bytes.Put32(frame, Protocol.HEAD + Ask.ENDED_RUN, p.Run);
                    frame[Protocol.HEAD + Ask.ENDED_STATE] = (byte)p.State;
                    _link.Send(Msg.ENDED, Ask.ENDED);
                    return;
                }
            }

            // Programs take turns.
            for (int i = 0; i < _programs.Length; i++)
            {
                _nextStream = _nextStream + 1 < _programs.Length ? _nextStream + 1 : 0;
                if (SendMessage(_programs[_nextStream]) || SendOutput(_programs[_nextStream]))
                {
                    return;
                }
            }

            if (!read)
            {
                _log.Sent = _log.Next;
            }
            else if (_log.Sent != _log.Next)
            {
                _log.Sent = _log.Oldest(_log.Sent);
                _log.Copy(_log.Sent++, _link.Frame, Protocol.HEAD);
                _link.Send(Msg.EVENT, Ask.EVENT);
            }
        }

        private bool SendMessage(DeviceProgram p)
        {
            if (!p.Attached || p.OutSize == 0 || p.OutSent && _millis - p.OutAt < Protocol.RESEND)
            {
                return false;
            }

            byte[] frame = _link.Frame;
            int head = Protocol.HEAD;
            p.OutSent = true;
            p.OutAt = _millis;
            frame[head + Ask.MESSAGE_PROGRAM] = (byte)p.Number;
            Bytes.Put32(frame, head + Ask.MESSAGE_RUN, p.Run);
            Bytes.Put32(frame, head + Ask.MESSAGE_NUMBER, p.OutNumber);
            System.Array.Copy(p.Out, 0, frame, head + Ask.MESSAGE_BYTES, p.OutSize);
            _link.Send(Msg.MESSAGE, Ask.MESSAGE + p.OutSize);
            return true;
        }

        private bool SendOutput(DeviceProgram p)
        {
            OutputRing ring = p.Output;
            if (!p.Attached || ring.End == ring.Acked)
            {
                return false;
            }

            if (ring.Sent == ring.End || ring.Sent - ring.Acked >= WINDOW)
            {
                if (_millis - p.SentAt < Protocol.RESEND)
                {
                    return false;
                }

                ring.Sent = ring.Acked;
            }

            byte[] frame = _link.Frame;
            int head = Protocol.HEAD;
            frame[head + Ask.OUTPUT_PROGRAM] = (byte)p.Number;
            Bytes.Put32(frame, head + Ask.OUTPUT_RUN, p.Run);
            Bytes.Put32(frame, head + Ask.OUTPUT_FIRST, ring.First());
            Bytes.Put32(frame, head + Ask.OUTPUT_OFFSET, ring.Sent);
            int count = ring.Copy(ring.Sent, frame, head + Ask.OUTPUT_BYTES, Protocol.OUTPUT_ROOM);
            ring.Sent += count;
            p.SentAt = _millis;
            _link.Send(Msg.OUTPUT, Ask.OUTPUT + count);
            return true;
        }

        private void Read(DeviceProgram p, byte[] ask, int at)
        {
            p.Attached = true;
            p.AttachedUntil = _millis + Protocol.LEASE;
            int run = Bytes.Int32(ask, at + Ask.READ_RUN);
            if (run == 0 || run == p.Run)
            {
                p.Output.Acknowledge(Bytes.Int32(ask, at + Ask.READ_OFFSET), ask[at + Ask.READ_AGAIN] != 0);
            }
        }

        private void AnswerStatus(DeviceProgram p)
        {
            byte[] frame = _link.Frame;
            int head = Protocol.HEAD;
            Machine m = p.Machine;
            int exit = p.State == RunState.DONE ? m.ExitCode() : -1;
            frame[head + Answer.STATUS_PROGRAM] = (byte)p.Number;
            frame[head + Answer.STATUS_STATE] = (byte)p.State;
            frame[head + Answer.STATUS_FLAGS] = (byte)FlagsOf(p);
            Bytes.Put32(frame, head + Answer.STATUS_RUN, p.Run);
            Bytes.Put16(frame, head + Answer.STATUS_ERROR, ErrorOf(p));
            Bytes.Put32(frame, head + Answer.STATUS_OPERAND, p.State == RunState.KILLED ? m.KillOperand() : 0);
            Bytes.Put16(frame, head + Answer.STATUS_EXIT, exit < 0 ? 0xFFFF : exit);
            Bytes.Put32(frame, head + Answer.STATUS_FIRST, p.Output.First());
            Bytes.Put32(frame, head + Answer.STATUS_END, p.Output.End);
            Bytes.Put64(frame, head + Answer.STATUS_STEPS, m.Steps());
            Bytes.Put32(frame, head + Answer.STATUS_HEAP, m.HeapPeak());
            Bytes.Put32(frame, head + Answer.STATUS_TEXT, m.TextPeak());
            Bytes.Put32(frame, head + Answer.STATUS_FLOATS, m.FloatPeak());
            Bytes.Put32(frame, head + Answer.STATUS_MILLIS, _millis - p.Started);
            AnsweredWith(Answer.STATUS);
        }

        private void AnswerLog(int first)
        {
            int at = Protocol.HEAD + Answer.LOG_RECORDS;
            first = _log.Oldest(first);
            int count = 0;
            while (count < LOG_ROOM && first + count - _log.Next < 0)
            {
                _log.Copy(first + count, _link.Frame, at);
                at += Protocol.RECORD;
                count++;
            }

            Bytes.Put32(_link.Frame, Protocol.HEAD + Answer.LOG_NEXT, _log.Next);
            AnsweredWith(at - Protocol.HEAD);
        }

        private void AnswerFault(DeviceProgram p, byte[] ask, int at)
        {
            Machine m = p.Machine;
            int index = ask[at + Ask.FAULT_INDEX];
            int part = ask[at + Ask.FAULT_PART];
            byte[] frame = _link.Frame;
            int to = Protocol.HEAD + Answer.FAULT_REST;
            if (Bytes.Int32(ask, at + Ask.FAULT_RUN) != p.Run)
            {
                Answered(Status.ENDED_RUN);
                return;
            }

            if (p.State != RunState.FAULT && p.State != RunState.DONE || !m.HasException(index))
            {
                Answered(Status.EMPTY);
                return;
            }

            frame[Protocol.HEAD + Answer.FAULT_PART] = (byte)part;
            switch (part)
            {
                case FaultPart.NUMBERS:
                    Bytes.Put16(frame, to, m.ErrorNumber(index));
                    for (int i = 0; i < 3; i++)
                    {
                        Bytes.Put32(frame, to + 2 + 4 * i, m.ErrorOperand(index, i));
                    }

                    frame[to + 14] = (byte)(m.ChainLink(index) + 1);
                    Bytes.Put32(frame, to + 15, m.TraceTotal(index));
                    Bytes.Put16(frame, to + 19, m.TraceCount(index));
                    to += 21;
                    break;
                case FaultPart.ENTRIES:
                    int count = m.TraceCount(index);
                    for (int i = 0; i < count && i < MAX_ENTRIES; i++)
                    {
                        Bytes.Put16(frame, to, m.TraceFunction(index, i));
                        Bytes.Put32(frame, to + 2, m.TraceOffset(index, i));
                        to += 6;
                    }

                    break;
                case FaultPart.TYPE:
                case FaultPart.TEXT:
                    int length = m.ExceptionText(index, part - FaultPart.TYPE, _text);
                    if (length < 0)
                    {
                        frame[to++] = 255;
                        break;
                    }

                    System.Array.Copy(_text, 0, frame, to, length);
                    to += length;
                    break;
                default:
                    Answered(Status.MALFORMED);
                    return;
            }

            AnsweredWith(to - Protocol.HEAD);
        }
    }
}
