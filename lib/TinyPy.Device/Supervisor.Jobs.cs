// What takes longer than a step: checking an upload before it becomes the program, reading a program from storage before it starts. Done a piece a step;
// the reply is sent when it is done. One job at a time; whoever asks for another one meanwhile is told WORKING and asks again.
using TinyPy.Link;

namespace TinyPy.Device
{
    public sealed partial class Supervisor
    {
        private const int JOB_COMMIT = 1;
        private const int JOB_START = 2;

        // Reads the program that ran well before the one that failed its trial, and starts it in its place.
        private const int JOB_RETURN = 3;
        private const int MAX_POLICY = 1024;
        private const int PIECE = 256;

        private int _job;
        private DeviceProgram _jobProgram;
        private int _jobAt;
        private int _jobSize;
        private int _jobFile;

        // The request that it answers; message 0: nobody waits.
        private int _jobMessage;
        private int _jobSession;
        private int _jobSequence;

        // Of a COMMIT.
        private int _jobTarget;
        private int _jobFlags;
        private int _jobCounter;
        private readonly byte[] _jobHash = new byte[Protocol.HASH];
        private readonly byte[] _jobMac = new byte[Protocol.MAC];
        private readonly byte[] _jobName = new byte[Protocol.MAX_NAME];
        private int _jobNameLength;

        // Of a start.
        private int _jobRun;
        private bool _jobAuto;

        private void Work()
        {
            DeviceProgram p = _jobProgram;
            byte[] bytes = p.Image;
            int at = _jobAt;
            int count = _jobSize - at < PIECE ? _jobSize - at : PIECE;
            bool inMemory = _job == JOB_COMMIT && (_jobTarget == Target.MEMORY || _jobTarget == Target.EXTENSION);
            if (inMemory && _jobTarget == Target.EXTENSION)
            {
                at += p.Kept();
            }
            else if (_job == JOB_COMMIT && !inMemory)
            {
                bytes = _work;
                at = 0;
            }

            if (!inMemory && _storage.Read(_jobFile, _jobAt, bytes, at, count) != count)
            {
                Log(LinkEvent.STORAGE, p.Number, _jobFile);
                FailJob(Status.STORAGE);
                return;
            }

            _sha.Update(bytes, at, count);
            if (_mac != null)
            {
                _mac.Update(bytes, at, count);
            }

            _jobAt += count;
            if (_jobAt < _jobSize)
            {
                return;
            }

            _sha.Finish(_work, 0);
            if (!Bytes.Same(_work, 0, _jobHash, 0, Protocol.HASH))
            {
                if (_job == JOB_COMMIT)
                {
                    _uploading = false;
                }

                Log(LinkEvent.STORAGE, p.Number, _jobFile);
                FailJob(_job == JOB_COMMIT ? Status.CORRUPT : Status.STORAGE);
                return;
            }

            if (_mac != null)
            {
                _mac.FinishMac(_config.Key, _work, 0);
                if (!Bytes.Same(_work, 0, _jobMac, 0, Protocol.MAC))
                {
                    Log(LinkEvent.REFUSED, p.Number, Status.BAD_SEAL);
                    FailJob(Status.BAD_SEAL);
                    return;
                }
            }

            if (_job == JOB_COMMIT)
            {
                Commit(p);
            }
            else
            {
                p.ImageSize = _jobSize;
                System.Array.Copy(_jobHash, 0, p.Loaded, 0, Protocol.HASH);
                p.Ready = true;
                if (_job == JOB_START || Return(p))
                {
                    StartNow(p);
                }
            }
        }

        // What was to be read is not what it should be. Without the program before there is nothing left to start.
        private void FailJob(int status)
        {
            if (_job == JOB_RETURN)
            {
                Disable(_jobProgram);
            }

            EndJob(status, 0, 0);
        }

        // The program before is whole and counts again. False: it is not to be started.
        private bool Return(DeviceProgram p)
        {
            int fails = p.Store.Record[ProgramStore.FAILS];
            p.Store.TurnBack();
            bool auto = p.Store.HasFlag(ProgramFlag.AUTORUN);
            p.Store.Record[ProgramStore.FAILS] = (byte)(auto ? 1 : 0);
            bool saved = Save(p);
            if (saved)
            {
                Log(LinkEvent.RETURNED, p.Number, fails);
            }

            if (!saved || !auto)
            {
                EndJob(saved ? Status.OK : Status.STORAGE, 0, 0);
                return false;
            }

            return true;
        }

        // The upload is what it shall be.
        private void Commit(DeviceProgram p)
        {
            _uploading = false;
            if (_jobTarget == Target.EXTENSION)
            {
                Extend(p);
                return;
            }

            if (_jobTarget == Target.MEMORY)
            {
                p.ImageSize = _jobSize;
                System.Array.Copy(_jobHash, 0, p.Loaded, 0, Protocol.HASH);
                p.Ready = true;
            }
            else
            {
                int part = _jobTarget == Target.POLICY ? ProgramStore.POLICY : ProgramStore.IMAGE;
                p.Store.Turn(part, _jobSize, _jobHash, _jobCounter, _jobMac);
                if (part == ProgramStore.IMAGE)
                {
                    // What runs now is another program than the one that is to prove itself.
                    p.Confirming = false;
                    p.Store.SetFlag(ProgramFlag.TRIAL, true);
                    p.Store.SetFlag(ProgramFlag.DISABLED, false);
                    p.Store.SetFlag(ProgramFlag.AUTORUN, (_jobFlags & CommitFlag.AUTORUN) != 0);
                    p.Store.Record[ProgramStore.FAILS] = 0;
                    p.Store.SetName(_jobName, 0, _jobNameLength);
                }

                if (!Save(p))
                {
                    EndJob(Status.STORAGE, 0, 0);
                    return;
                }

                Log(part == ProgramStore.POLICY ? LinkEvent.POLICY : LinkEvent.COMMIT, p.Number, part == ProgramStore.POLICY ? _jobCounter : _jobSize);
            }

            FinishCommit(p);
        }

        // The program is what the COMMIT asked for, now or since before; it may ask for a start.
        private void FinishCommit(DeviceProgram p)
        {
            if ((_jobFlags & CommitFlag.RUN) == 0 || _jobTarget == Target.POLICY)
            {
                EndJob(Status.OK, 0, 0);
                return;
            }

            _job = 0;
            BeginStart(p, _jobRun, false);
        }

        // Starts the program with the hash _jobHash of memory, or the stored one.
        private void BeginStart(DeviceProgram p, int run, bool auto)
        {
            _jobProgram = p;
            _jobRun = run;
            _jobAuto = auto;
            bool any = auto || Bytes.AreZero(_jobHash, 0, Protocol.HASH);
            int size = p.Store.SizeOf(ProgramStore.IMAGE);
            byte[] record = p.Store.Record;
            if (any && size > 0)
            {
                System.Array.Copy(record, ProgramStore.IMAGE + ProgramStore.PART_HASH, _jobHash, 0, Protocol.HASH);
            }

            bool stored = size > 0 && p.Store.Is(ProgramStore.IMAGE, _jobHash, 0);
            bool loaded = p.Ready && Bytes.Same(p.Loaded, 0, _jobHash, 0, Protocol.HASH);
            if (!loaded && !stored)
            {
                EndJob(Status.EMPTY, 0, 0);
                return;
            }

            if (size > p.Image.Length && !loaded)
            {
                EndJob(Status.TOO_LARGE, 0, 0);
                return;
            }

            if (p.IsActive())
            {
                Stop(p);
            }

            if (loaded)
            {
                StartNow(p);
                return;
            }

            if (_uploading && _uploadTarget == Target.MEMORY && _uploadProgram == p)
            {
                _uploading = false;
            }

            BeginRead(p, JOB_START, ProgramStore.IMAGE);
        }

        // Begins to read the image of a part, IMAGE or BEFORE, whose hash is _jobHash, into the program's memory.
        private void BeginRead(DeviceProgram p, int job, int part)
        {
            byte[] record = p.Store.Record;
            p.Spoil();
            _job = job;
            _jobAt = 0;
            _jobSize = Bytes.Int32(record, part + ProgramStore.PART_SIZE);
            _jobFile = p.Store.FileOf(ProgramStore.IMAGE, part == ProgramStore.BEFORE);
            System.Array.Copy(record, part + ProgramStore.PART_MAC, _jobMac, 0, Protocol.MAC);
            _sha.Reset();
            BeginMac(Target.STORE, 0, Bytes.Int32(record, part + ProgramStore.PART_COUNTER), _jobSize);
        }

        // The program failed its trial: the one before it is read, if the record knows one that fits. False: there is none.
        private bool BeginReturn(DeviceProgram p)
        {
            byte[] record = p.Store.Record;
            int size = Bytes.Int32(record, ProgramStore.BEFORE + ProgramStore.PART_SIZE);
            if (!p.Store.HasFlag(ProgramFlag.TRIAL) || record[ProgramStore.BEFORE] == ProgramStore.NONE || size < 1 || size > p.Image.Length)
            {
                return false;
            }

            // An upload that has begun would go to the slot that is to count again, or to the memory that it is read into.
            if (_uploadProgram == p)
            {
                _uploading = false;
            }

            _jobProgram = p;
            _jobMessage = 0;
            _jobRun = _boot == 0 ? 1 : _boot;
            _jobAuto = true;
            System.Array.Copy(record, ProgramStore.BEFORE + ProgramStore.PART_HASH, _jobHash, 0, Protocol.HASH);
            BeginRead(p, JOB_RETURN, ProgramStore.BEFORE);
            return true;
        }

        private void StartNow(DeviceProgram p)
        {
            int error = p.Start(_jobRun, _millis);
            if (error != 0)
            {
                int at = p.Machine.LoadOffset();
                Log(LinkEvent.REFUSED, p.Number, Status.REFUSED | error << 8);
                EndJob(Status.REFUSED, error, at);
                return;
            }

            p.Auto = _jobAuto;
            p.Confirming = p.Store.Is(ProgramStore.IMAGE, p.Loaded, 0) && (p.Store.HasFlag(ProgramFlag.TRIAL) || p.Store.Record[ProgramStore.FAILS] > 0);
            p.EndPending = false;
            Log(LinkEvent.START, p.Number, _jobRun);
            EndJob(Status.OK, 0, 0);
        }

        // Adds the extension to the open program, which rests, and starts its body.
        private void Extend(DeviceProgram p)
        {
            int error = p.Extend(_jobRun, _jobSize, _millis);
            if (error != 0)
            {
                Log(LinkEvent.REFUSED, p.Number, Status.REFUSED | error << 8);
                EndJob(Status.REFUSED, error, p.Machine.LoadOffset());
                return;
            }

            System.Array.Copy(_jobHash, 0, p.Loaded, 0, Protocol.HASH);
            p.Auto = false;
            p.EndPending = false;
            Log(LinkEvent.START, p.Number, _jobRun);
            EndJob(Status.OK, 0, 0);
        }

        private void EndJob(int status, int error, int at)
        {
            _job = 0;
            if (_jobMessage == 0)
            {
                return;
            }

            int head = Protocol.HEAD;
            byte[] frame = _link.Frame;
            frame[head + Answer.RUN_STATUS] = (byte)status;
            Bytes.Put16(frame, head + Answer.RUN_ERROR, error);
            Bytes.Put32(frame, head + Answer.RUN_AT, at);
            _link.Reply(_jobMessage, _jobSession, _jobSequence, Answer.RUN);
            _jobMessage = 0;
        }

        // What a seal covers: these 16 bytes, then the image or the policy.
        private void BeginMac(int target, int program, int counter, int size)
        {
            if (_mac == null)
            {
                return;
            }

            byte[] head = _work;
            head[0] = (byte)'T';
            head[1] = (byte)'P';
            head[2] = (byte)'S';
            head[3] = 1;
            head[4] = (byte)(target == Target.POLICY ? 2 : 1);
            head[5] = (byte)(target == Target.POLICY ? program : 0);
            head[6] = 0;
            head[7] = 0;
            Bytes.Put32(head, 8, counter);
            Bytes.Put32(head, 12, size);
            _mac.ResetMac(_config.Key);
            _mac.Update(head, 0, 16);
        }
    }
}
