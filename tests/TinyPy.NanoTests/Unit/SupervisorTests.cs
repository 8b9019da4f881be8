// The supervisor on the board's own runtime: a program goes up, runs, prints and is stopped, and stands in storage for the next start.
using System;
using nanoFramework.TestFramework;
using TinyPy.Device;
using TinyPy.Link;
using TinyPy.Vm;

namespace TinyPy.NanoTests
{
    [TestClass]
    public class SupervisorTests
    {
        private const int HEAD = Protocol.HEAD;

        private readonly MemoryBoard _board = new MemoryBoard();
        private readonly MemoryLine _line = new MemoryLine();
        private readonly MemoryFiles _files = new MemoryFiles();
        private Supervisor _supervisor;
        private MemoryHost _host;

        [TestMethod]
        public static void It_says_who_it_is()
        {
            SupervisorTests t = new SupervisorTests();
            t.Start();
            t._host.Request()[HEAD + Ask.HELLO_VERSION] = Protocol.VERSION;
            Assert.AreEqual(Status.OK, t._host.Ask(Msg.HELLO, Ask.HELLO));
            Assert.AreEqual(Protocol.VERSION, t._host.Answer[HEAD + Answer.HELLO_VERSION]);
            Assert.AreEqual(Limit.IMAGE_VERSION, t._host.Answer[HEAD + Answer.HELLO_IMAGE]);
            Assert.AreEqual(1, t._host.Answer[HEAD + Answer.HELLO_PROGRAMS]);
            Assert.AreEqual(t._board.Boots, Bytes.Int32(t._host.Answer, HEAD + Answer.HELLO_BOOT));
            t._host.Request()[HEAD + Ask.HELLO_VERSION] = Protocol.VERSION + 1;
            Assert.AreEqual(Status.VERSION, t._host.Ask(Msg.HELLO, Ask.HELLO));
            Assert.AreEqual(Status.UNKNOWN, t._host.Ask(63, 1));
        }

        [TestMethod]
        public static void A_program_goes_up_runs_and_is_there_after_the_next_start()
        {
            SupervisorTests t = new SupervisorTests();
            t.Start();
            byte[] image = SmallImage.Make(1, 0, new byte[] { Op.PUSH_INT, 5, Op.CALL_BUILTIN, Builtin.print & 255, Builtin.print >> 8, 1, Op.POP, Op.RETURN_NONE });
            Assert.AreEqual(Status.OK, t.Upload(image, 7));
            t.Read(7);
            Assert.IsTrue(t._host.Wait(Msg.ENDED), "it ends");
            Assert.AreEqual(RunState.DONE, t._host.Answer[HEAD + Ask.ENDED_STATE]);
            Assert.AreEqual(7, Bytes.Int32(t._host.Answer, HEAD + Ask.ENDED_RUN));
            Assert.IsTrue(t._host.OutputCount > 0 || t._host.Wait(Msg.OUTPUT), "it prints");
            Assert.AreEqual((byte)'5', t._host.Output[0]);
            Assert.AreEqual((byte)'\n', t._host.Output[1]);
            t.Start();
            t._host.Request()[HEAD + Ask.LIST_PROGRAM] = 0;
            Assert.AreEqual(Status.OK, t._host.Ask(Msg.LIST, Ask.LIST));
            Assert.AreEqual(image.Length, Bytes.Int32(t._host.Answer, HEAD + Answer.LIST_SIZE));
            Assert.AreEqual((byte)'p', t._host.Answer[HEAD + Answer.LIST_NAME]);
        }

        [TestMethod]
        public static void A_loop_without_end_is_stopped()
        {
            SupervisorTests t = new SupervisorTests();
            t.Start();
            byte[] image = SmallImage.Make(0, 0, new byte[] { Op.JUMP, 0xFD, 0xFF });
            Assert.AreEqual(Status.OK, t.Upload(image, 3));
            Assert.AreEqual(RunState.RUNNING, t._supervisor.StateOf(0));
            t._host.Request()[HEAD + Ask.STOP_PROGRAM] = 0;
            Assert.AreEqual(Status.OK, t._host.Ask(Msg.STOP, Ask.STOP));
            Assert.AreEqual(RunState.KILLED, t._supervisor.StateOf(0));
        }

        [TestMethod]
        public static void A_damaged_upload_changes_nothing()
        {
            SupervisorTests t = new SupervisorTests();
            t.Start();
            byte[] image = SmallImage.Make(0, 0, new byte[] { Op.RETURN_NONE });
            byte[] hash = Hash(image);
            image[image.Length - 1] ^= 1;
            Assert.AreEqual(Status.CORRUPT, t.Send(image, hash, 9));
            Assert.AreEqual(RunState.IDLE, t._supervisor.StateOf(0));
            byte[] wrong = SmallImage.Make(0, 0, new byte[] { Op.POP, Op.RETURN_NONE });
            Assert.AreEqual(Status.REFUSED, t.Upload(wrong, 9));
            Assert.AreEqual(Err.ImageStackUnderflow, Bytes.Int16(t._host.Answer, HEAD + Answer.COMMIT_ERROR));
        }

        private void Start()
        {
            DeviceConfig config = new DeviceConfig();
            config.ImageBytes = 512;
            config.OutputBytes = 256;
            config.LogRecords = 8;
            config.Policies = new byte[][] { CasePolicy.Everything() };
            _board.Boots++;
            _supervisor = new Supervisor(config, _board, _files, _line);
            _host = new MemoryHost(_supervisor, _board, _line);
        }

        private int Upload(byte[] image, int run)
        {
            return Send(image, Hash(image), run);
        }

        private static byte[] Hash(byte[] image)
        {
            Sha256 sha = new Sha256();
            sha.Reset();
            sha.Update(image, 0, image.Length);
            byte[] hash = new byte[Sha256.SIZE];
            sha.Finish(hash, 0);
            return hash;
        }

        // UPLOAD, DATA and COMMIT of one small image, which starts; the status of the last one.
        private int Send(byte[] image, byte[] hash, int run)
        {
            byte[] ask = _host.Request();
            ask[HEAD + Ask.UPLOAD_PROGRAM] = 0;
            ask[HEAD + Ask.UPLOAD_TARGET] = Target.STORE;
            Bytes.Put32(ask, HEAD + Ask.UPLOAD_SIZE, image.Length);
            Array.Copy(hash, 0, ask, HEAD + Ask.UPLOAD_HASH, Protocol.HASH);
            int status = _host.Ask(Msg.UPLOAD, Ask.UPLOAD);
            if (status != Status.OK)
            {
                return status;
            }

            int tag = Bytes.Int16(_host.Answer, HEAD + Answer.UPLOAD_TAG);
            Bytes.Put16(ask, HEAD + Ask.DATA_TAG, tag);
            Bytes.Put32(ask, HEAD + Ask.DATA_OFFSET, 0);
            Array.Copy(image, 0, ask, HEAD + Ask.DATA_BYTES, image.Length);
            status = _host.Ask(Msg.DATA, Ask.DATA + image.Length);
            if (status != Status.OK)
            {
                return status;
            }

            for (int i = 0; i < Ask.COMMIT; i++)
            {
                ask[HEAD + i] = 0;
            }

            ask[HEAD + Ask.COMMIT_TARGET] = Target.STORE;
            Bytes.Put16(ask, HEAD + Ask.COMMIT_TAG, tag);
            Bytes.Put32(ask, HEAD + Ask.COMMIT_SIZE, image.Length);
            Array.Copy(hash, 0, ask, HEAD + Ask.COMMIT_HASH, Protocol.HASH);
            ask[HEAD + Ask.COMMIT_FLAGS] = CommitFlag.RUN;
            Bytes.Put32(ask, HEAD + Ask.COMMIT_RUN, run);
            ask[HEAD + Ask.COMMIT_NAME] = (byte)'p';
            return _host.Ask(Msg.COMMIT, Ask.COMMIT + 1);
        }

        private void Read(int run)
        {
            byte[] ask = _host.Request();
            ask[HEAD + Ask.READ_PROGRAM] = 0;
            Bytes.Put32(ask, HEAD + Ask.READ_RUN, run);
            Bytes.Put32(ask, HEAD + Ask.READ_OFFSET, 0);
            ask[HEAD + Ask.READ_AGAIN] = 1;
            _host.Tell(Msg.READ, Ask.READ);
        }
    }
}
