// A session over a good line, end to end: the real host session, the real supervisor, simulated time.
using System.Text;
using TinyPy.Link.Host;
using TinyPy.Link.Tests.Rig;

namespace TinyPy.Link.Tests;

public sealed class SessionTests
{
    [Fact]
    public void Hello_tells_who_is_there()
    {
        var world = new SimWorld();
        HelloInfo hello = world.Run(world.Connect().HelloAsync());
        Assert.Equal(("sim", "tests 1.0", false, 8192), (hello.Board, hello.Firmware, hello.IsSealed, hello.SlotBytes));
        Assert.Equal(12288, Assert.Single(hello.Programs).FreeHeap);
    }

    [Fact]
    public void A_program_is_uploaded_runs_and_its_output_comes_back()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        var output = new StringBuilder();
        host.Output = piece => output.Append(Encoding.UTF8.GetString(piece.Bytes.Span));
        byte[] image = Configs.Image("for i in range(300):\n    print('line', i)\n");
        UploadResult result = world.Run(host.UploadAsync(image, new UploadOptions { Start = true, Follow = true, Name = "lines.py" }));
        RunStatus end = world.Run(host.WaitForEndAsync(0, result.Run));
        Assert.Equal(RunState.DONE, end.State);
        Assert.Equal(string.Concat(Enumerable.Range(0, 300).Select(i => $"line {i}\n")), output.ToString());
        ProgramInfo info = world.Run(host.ListAsync(0));
        Assert.Equal(("lines.py", image.Length, result.Hash), (info.Name, info.Size, info.Hash));
    }

    [Fact]
    public void Stop_ends_a_program_that_runs_for_ever()
    {
        var world = new SimWorld();
        DeviceSession host = world.Connect();
        UploadResult result = world.Run(host.UploadAsync(Configs.Image("import time\nwhile True:\n    time.sleep(0.001)\n"), new UploadOptions { Start = true, ToMemory = true }));
        world.RunFor(500_000);
        Assert.True(world.Run(host.StatusAsync(0)).IsActive);
        Assert.Equal(RunState.KILLED, world.Run(host.StopAsync(0)));
        RunStatus status = world.Run(host.StatusAsync(0));
        Assert.Equal((RunState.KILLED, result.Run), (status.State, status.Run));
    }
}
