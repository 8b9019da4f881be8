// Uploads: pieces that arrive in order by offset, acknowledged by how far they reach. One upload at a time; it survives a line that breaks, and is gone on
// with by whoever offers the same hash and size for the same place.
using TinyPy.Link;

namespace TinyPy.Device
{
    public sealed partial class Supervisor
    {
        private bool _uploading;
        private DeviceProgram _uploadProgram;
        private int _uploadTarget;
        private int _uploadTag;
        private int _uploadSize;
        private int _uploadOffset;
        private int _uploadFile;
        private int _uploadSession;
        private int _uploadAt;
        private readonly byte[] _uploadHash = new byte[Protocol.HASH];

        private void BeginUpload(DeviceProgram p, byte[] ask, int at)
        {
            int target = ask[at + Ask.UPLOAD_TARGET];
            int size = Bytes.Int32(ask, at + Ask.UPLOAD_SIZE);
            if (target > Target.EXTENSION)
            {
                Answered(Status.MALFORMED);
                return;
            }

            if (_uploading && _uploadProgram == p && _uploadTarget == target && _uploadSize == size && Bytes.Same(_uploadHash, 0, ask, at + Ask.UPLOAD_HASH, Protocol.HASH))
            {
                _uploadSession = _link.Session;
                AnswerUpload(Msg.UPLOAD, Status.OK);
                return;
            }

            int status = Status.OK;
            if (target == Target.EXTENSION && (p.Kept() == 0 || _mac != null))
            {
                status = _mac != null ? Status.UNSEALED : Status.EMPTY;
            }
            else if (size < 1 || size > (target == Target.POLICY ? MAX_POLICY : target == Target.EXTENSION ? p.Image.Length - p.Kept() : p.Image.Length))
            {
                status = Status.TOO_LARGE;
            }
            else if (target == Target.POLICY && _mac == null)
            {
                status = Status.OPEN;
            }
            else if (_job != 0)
            {
                status = Status.WORKING;
            }
            else if (_uploading && _uploadSession != _link.Session && _millis - _uploadAt < Protocol.UPLOAD_LEASE)
            {
                status = Status.BUSY;
            }
            else if ((target == Target.MEMORY || target == Target.EXTENSION) && p.IsActive())
            {
                status = Status.RUNNING;
            }

            if (status == Status.OK)
            {
                _uploading = true;
                _uploadProgram = p;
                _uploadTarget = target;
                _uploadTag = _uploadTag + 1 & 0xFFFF;
                _uploadSize = size;
                _uploadOffset = 0;
                _uploadSession = _link.Session;
                _uploadAt = _millis;
                System.Array.Copy(ask, at + Ask.UPLOAD_HASH, _uploadHash, 0, Protocol.HASH);
                if (target == Target.MEMORY)
                {
                    p.Spoil();
                }
                else if (target != Target.EXTENSION)
                {
                    _uploadFile = p.Store.FileOf(target == Target.POLICY ? ProgramStore.POLICY : ProgramStore.IMAGE, true);
                }
            }

            AnswerUpload(Msg.UPLOAD, status);
        }

        private void TakeData(byte[] ask, int at)
        {
            int offset = Bytes.Int32(ask, at + Ask.DATA_OFFSET);
            int count = _link.Length - Ask.DATA;
            if (!_uploading || Bytes.Int16(ask, at + Ask.DATA_TAG) != _uploadTag)
            {
                AnswerUpload(Msg.DATA, Status.LOST);
                return;
            }

            if (_job != 0)
            {
                AnswerUpload(Msg.DATA, Status.WORKING);
                return;
            }

            _uploadAt = _millis;
            int status = Status.OK;
            if (offset == _uploadOffset && count > 0)
            {
                int start = at + Ask.DATA_BYTES;
                if (count > _uploadSize - offset)
                {
                    status = Status.MALFORMED;
                }
                else if (_uploadTarget == Target.MEMORY)
                {
                    System.Array.Copy(ask, start, _uploadProgram.Image, offset, count);
                    _uploadOffset += count;
                }
                else if (_uploadTarget == Target.EXTENSION)
                {
                    // A start meanwhile took the place of the open program, or runs it.
                    if (_uploadProgram.Kept() == 0 || _uploadProgram.IsActive() || _uploadSize > _uploadProgram.Image.Length - _uploadProgram.Kept())
                    {
                        _uploading = false;
                        status = Status.LOST;
                    }
                    else
                    {
                        System.Array.Copy(ask, start, _uploadProgram.Image, _uploadProgram.Kept() + offset, count);
                        _uploadOffset += count;
                    }
                }
                else if (_storage.Write(_uploadFile, offset, ask, start, count))
                {
                    _uploadOffset += count;
                }
                else
                {
                    _uploading = false;
                    status = Status.STORAGE;
                    Log(LinkEvent.STORAGE, _uploadProgram.Number, _uploadFile);
                }
            }

            AnswerUpload(Msg.DATA, status);
        }

        // UPLOAD and DATA are answered alike.
        private void AnswerUpload(int message, int status)
        {
            int head = Protocol.HEAD;
            byte[] frame = _link.Frame;
            frame[head + Answer.UPLOAD_STATUS] = (byte)status;
            Bytes.Put16(frame, head + Answer.UPLOAD_TAG, _uploadTag);
            Bytes.Put32(frame, head + Answer.UPLOAD_OFFSET, _uploadOffset);
            Bytes.Put16(frame, head + Answer.UPLOAD_CREDIT, _link.Credit());
            _link.Reply(message, _link.Session, _link.Sequence, Answer.UPLOAD);
        }

        private void BeginCommit(DeviceProgram p, byte[] ask, int at)
        {
            int target = ask[at + Ask.COMMIT_TARGET];
            int flags = ask[at + Ask.COMMIT_FLAGS];
            int size = Bytes.Int32(ask, at + Ask.COMMIT_SIZE);
            int counter = Bytes.Int32(ask, at + Ask.COMMIT_COUNTER);
            int name = at + Ask.COMMIT_NAME;
            int nameLength = _link.Length - Ask.COMMIT;
            int hash = at + Ask.COMMIT_HASH;
            if (target > Target.EXTENSION || nameLength > Protocol.MAX_NAME)
            {
                AnswerRun(Status.MALFORMED);
                return;
            }

            int part = target == Target.POLICY ? ProgramStore.POLICY : ProgramStore.IMAGE;
            bool same = p.Store.SizeOf(part) == size && p.Store.Is(part, ask, hash);
            bool uploaded = _uploading && _uploadProgram == p && _uploadTarget == target && _uploadTag == Bytes.Int16(ask, at + Ask.COMMIT_TAG)
                && _uploadSize == size && _uploadOffset == size && Bytes.Same(_uploadHash, 0, ask, hash, Protocol.HASH);

            // What was uploaded replaces even what says that it is the same: storage may have spoiled that.
            // An extension that was added and started is there; one that was not, was lost.
            bool there = !uploaded && (target == Target.EXTENSION ? p.Run == Bytes.Int32(ask, at + Ask.COMMIT_RUN) && p.State != RunState.IDLE && Bytes.Same(p.Loaded, 0, ask, hash, Protocol.HASH)
                : target == Target.MEMORY ? p.Ready && p.ImageSize == size && Bytes.Same(p.Loaded, 0, ask, hash, Protocol.HASH) : same);
            int status = there || uploaded ? Status.OK : Status.LOST;
            if (uploaded && _mac != null)
            {
                // A program in memory has to be as new as the stored one, a stored one newer than the one before it.
                int least = p.Store.CounterOf(part);
                status = Bytes.AreZero(ask, at + Ask.COMMIT_MAC, Protocol.MAC) ? Status.UNSEALED
                    : counter < least || counter == least && least != 0 && target != Target.MEMORY && !same ? Status.ROLLBACK : Status.OK;
            }

            if (target == Target.EXTENSION && uploaded && (p.Kept() == 0 || p.IsActive() || _mac != null || (flags & CommitFlag.RUN) == 0))
            {
                status = _mac != null ? Status.UNSEALED : Status.LOST;
            }

            if (_job != 0)
            {
                status = Status.WORKING;
            }

            if (status != Status.OK)
            {
                AnswerRun(status);
                return;
            }

            AnswersJob(Msg.COMMIT);
            _jobProgram = p;
            _jobTarget = target;
            _jobFlags = flags;
            _jobRun = Bytes.Int32(ask, at + Ask.COMMIT_RUN);
            _jobCounter = counter;
            _jobSize = size;
            _jobNameLength = nameLength;
            System.Array.Copy(ask, hash, _jobHash, 0, Protocol.HASH);
            System.Array.Copy(ask, at + Ask.COMMIT_MAC, _jobMac, 0, Protocol.MAC);
            System.Array.Copy(ask, name, _jobName, 0, nameLength);
            if (!there)
            {
                _job = JOB_COMMIT;
                _jobAt = 0;
                _jobFile = _uploadFile;
                _sha.Reset();
                BeginMac(target, p.Number, counter, size);
                return;
            }

            if (target == Target.STORE && !Rename(p, (flags & CommitFlag.AUTORUN) != 0, ask, name, nameLength))
            {
                EndJob(Status.STORAGE, 0, 0);
                return;
            }

            if ((flags & CommitFlag.RUN) != 0 && p.Run == _jobRun && p.State != RunState.IDLE)
            {
                EndJob(Status.OK, 0, 0);
                return;
            }

            FinishCommit(p);
        }

        // The program is there already; what is said about it may be new.
        private bool Rename(DeviceProgram p, bool autorun, byte[] name, int start, int length)
        {
            if (p.Store.IsNamed(name, start, length) && p.Store.HasFlag(ProgramFlag.AUTORUN) == autorun)
            {
                return true;
            }

            p.Store.SetName(name, start, length);
            p.Store.SetFlag(ProgramFlag.AUTORUN, autorun);
            return Save(p);
        }

        // The request at hand is answered by the job.
        private void AnswersJob(int message)
        {
            _jobMessage = message;
            _jobSession = _link.Session;
            _jobSequence = _link.Sequence;
        }
    }
}
