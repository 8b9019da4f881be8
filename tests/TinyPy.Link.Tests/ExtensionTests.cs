// The prompt's half of the link: extensions of an open program in a board's memory, over good lines and bad ones. The oracle: an input runs once or not at all,
// and what was there before it is there after it.
using System.Text;
using TinyPy.Compiler;
using TinyPy.Compiler.Diagnostics;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;

namespace TinyPy.Link.Tests;

public sealed class ExtensionTests
{
    [Fact]
    public void Inputs_keep_what_the_ones_before_defined()
    {
        Prompt prompt = new(new SimWorld());
        prompt.Enter("x = 20\n");
        prompt.Enter("def f(n): return n + x\n\n");
        prompt.Enter("f(1)\n");
        Assert.Equal(RunState.FAULT, prompt.Enter("1 / 0\n"));
        prompt.Enter("x = 40; f(2)\n");
        Assert.Equal("21\n42\n", prompt.Output);
    }

    [Fact]
    public void The_same_input_again_runs_again()
    {
        Prompt prompt = new(new SimWorld());
        prompt.Enter("n = 0\n");
        for (int i = 0; i < 3; i++)
            prompt.Enter("n += 1; n\n");
        Assert.Equal("1\n2\n3\n", prompt.Output);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(20, 3)]
    public void A_bad_line_neither_loses_nor_doubles_an_input(int percent, int seed)
    {
        Prompt prompt = new(new SimWorld(damage: Damage.Of(percent / 500.0), seed: seed));
        prompt.Enter("n = 0\n");
        for (int i = 1; i <= 20; i++)
            prompt.Enter($"n = n + 1; print({i}, n)\n");
        Assert.Equal(string.Concat(Enumerable.Range(1, 20).Select(i => $"{i} {i}\n")), prompt.Output);
    }

    [Fact]
    public void Only_a_program_that_has_ended_and_is_open_takes_an_extension()
    {
        Prompt prompt = new(new SimWorld());
        byte[] extension = prompt.Compile("1\n");
        int run = prompt.World.Run(prompt.Host.ExtendAsync(0, prompt.Compile("while True: pass\n\n")));
        Assert.Equal(Status.RUNNING, prompt.Refusal(extension));
        prompt.World.Run(prompt.Host.StopAsync(0));
        Assert.Equal(RunState.KILLED, prompt.World.Run(prompt.Host.WaitForEndAsync(0, run)).State);
        Assert.Equal(Status.TOO_LARGE, prompt.Refusal(new byte[9000]));
        Assert.Equal(Status.REFUSED, prompt.Refusal([.. extension[..^1], (byte)(extension[^1] ^ 1)]));
        prompt.World.Run(prompt.Host.ExtendAsync(0, extension));

        // A stored program takes the place; then there is nothing to extend.
        UploadResult closed = prompt.World.Run(prompt.Host.UploadAsync(Configs.Image("print(3)\n"), new UploadOptions { Start = true, Force = true }));
        prompt.World.Run(prompt.Host.WaitForEndAsync(0, closed.Run));
        Assert.Equal(Status.EMPTY, prompt.Refusal(extension));
    }

    [Fact]
    public void What_was_extended_is_no_program_to_start_again()
    {
        Prompt prompt = new(new SimWorld());
        byte[] extension = prompt.Compile("1\n");
        int run = prompt.World.Run(prompt.Host.ExtendAsync(0, extension));
        prompt.World.Run(prompt.Host.WaitForEndAsync(0, run));
        foreach (string hash in (string[])[Seal.HashOf(extension), Seal.HashOf(prompt.Base)])
            Assert.Equal(Status.EMPTY, Assert.Throws<LinkRefusedException>(() => prompt.World.Run(prompt.Host.RunAsync(0, hash))).Status);
    }

    // A prompt's session with a board: the compiler, the host's link, the supervisor.
    private sealed class Prompt
    {
        private readonly InteractiveProgram _program = new(CompileOptions.Default, _ => null, ProgramRoom.For(12288, 2048));
        private readonly StringBuilder _output = new();
        private int _count;

        public Prompt(SimWorld world)
        {
            World = world;
            Host = world.Connect();
            Host.Output = piece => _output.Append(Encoding.UTF8.GetString(piece.Bytes.Span));
            UploadResult begun = world.Run(Host.UploadAsync(Base, new UploadOptions { ToMemory = true, Start = true }));
            world.Run(Host.WaitForEndAsync(0, begun.Run));
        }

        public SimWorld World { get; }

        public DeviceSession Host { get; }

        public byte[] Base => _program.Image.Bytes;

        public string Output => _output.ToString();

        public byte[] Compile(string text) => _program.Compile(SourceFile.FromText($"<input-{++_count}>", text)).Image!;

        public int Enter(string text)
        {
            int run = World.Run(Host.ExtendAsync(0, Compile(text)));
            _program.Accept();
            return World.Run(Host.WaitForEndAsync(0, run)).State;
        }

        public int Refusal(byte[] extension) => Assert.Throws<LinkRefusedException>(() => World.Run(Host.ExtendAsync(0, extension))).Status;
    }
}
