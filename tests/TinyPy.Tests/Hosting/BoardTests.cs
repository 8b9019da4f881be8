// Board files: every one in the repository is valid, and mistakes are reported where they are.
using TinyPy.Compiler.Image;
using TinyPy.Hosting;
using TinyPy.Hosting.Boards;
using TinyPy.Tests.Repository;

namespace TinyPy.Tests.Hosting;

public sealed class BoardTests
{
    [Fact]
    public void Every_board_file_is_valid_and_is_called_after_its_id()
    {
        string[] files = [.. RepositoryFiles.Text("boards").Where(f => f.EndsWith(".json", StringComparison.Ordinal) && !f.EndsWith("schema.json", StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        foreach (string file in files)
            Assert.Equal(Path.GetFileNameWithoutExtension(file), BoardFile.Parse(file, RepositoryFiles.Read(file)).Id);
        Assert.Equal(files.Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal), BoardFile.KnownIds);
    }

    [Fact]
    public void The_built_in_simulator_is_the_one_of_its_file()
    {
        Board file = BoardFile.Parse("simulator.json", RepositoryFiles.Read("boards/simulator.json"));
        Assert.Equal(file.Pins, Board.Simulator.Pins.AsEnumerable());
        Assert.Equal(file.Aliases, Board.Simulator.Aliases.AsEnumerable());
        Assert.Empty(file.Limits);
        Assert.Equal(file with { Pins = [], Aliases = [], Limits = [] }, Board.Simulator with { Pins = [], Aliases = [], Limits = [] });
    }

    [Fact]
    public void The_devkit_reserves_what_its_module_and_console_need()
    {
        Board board = BoardFile.Load("esp32-devkitc");
        Assert.Equal([1, 3, 6, 7, 8, 9, 10, 11], board.Pins.Where(p => p.Reserved is not null).Select(p => p.Number));
        Assert.Equal([34, 35, 36, 39], board.Pins.Where(p => p.Reserved is null && !p.Capabilities.HasFlag(PinCapabilities.Out)).Select(p => p.Number));
        Assert.Equal([0, 2, 5, 12, 15, 16, 17], board.Pins.Where(p => p.Warning is not null).Select(p => p.Number));
        Assert.Contains("does not exist", board.Refusal(20, PinNeed.Input), StringComparison.Ordinal);
        Assert.Contains("input only", board.Refusal(34, PinNeed.Output), StringComparison.Ordinal);
        Assert.Null(board.Refusal(34, PinNeed.Input));
    }

    [Theory]
    [InlineData("""{ "name": "n", "pins": [] }""", "1:1: the key \"id\" is missing")]
    [InlineData("""{ "id": "i", "name": "n", "pins": [] }""", "at least one pin")]
    [InlineData("""{ "id": "i", "name": "n", "pins": [{ "pin": 300, "capabilities": ["in"] }] }""", "1:45: a pin must be a whole number from 0 to 255")]
    [InlineData("""{ "id": "i", "name": "n", "pins": [{ "pin": "7-4", "capabilities": ["in"] }] }""", "\"7-4\" is no pin")]
    [InlineData("""{ "id": "i", "name": "n", "pins": [{ "pin": 1 }] }""", "a pin that is not reserved has \"capabilities\"")]
    [InlineData("""{ "id": "i", "name": "n", "pins": [{ "pin": 1, "capabilities": ["inn"] }] }""", "there is no capability \"inn\"")]
    [InlineData("""{ "id": "i", "name": "n", "pins": [{ "pin": "1-3", "capabilities": ["in"] }, { "pin": 2, "reserved": "x" }] }""", "pin 2 stands here twice")]
    [InlineData("""{ "id": "i", "name": "n", "pins": [{ "pin": 1, "reserved": "x" }], "aliases": { "LED": 2 } }""", "\"LED\" names pin 2, which this board does not have")]
    [InlineData("""{ "id": "i", "id": "j" }""", "1:14: the key \"id\" stands here twice")]
    [InlineData("""{ "id": "i", "name": "n", "colour": 1, "pins": [{ "pin": 1, "reserved": "x" }] }""", "there is no setting \"colour\" here")]
    [InlineData("""{ "id": "i", "name": "n", "link": "file", "pins": [{ "pin": 1, "reserved": "x" }] }""", "\"link\" is \"files\", or an object")]
    [InlineData("""{ "id": "i", "name": "n", "link": { "uart": "COM2" }, "ports": [{ "name": "COM1" }], "pins": [{ "pin": 1, "reserved": "x" }] }""", "COM2, which is none of the board's \"ports\"")]
    [InlineData("""{ "id": "i", "name": "n", "link": { "uart": "COM2", "tx": 2 }, "ports": [{ "name": "COM2" }], "pins": [{ "pin": 2, "capabilities": ["in"] }] }""", "pin 2 carries the link, so it has to be \"reserved\"")]
    [InlineData("""{ "id": "i", "name": "n", "link": { "uart": "COM2", "rx": 3 }, "ports": [{ "name": "COM2" }], "pins": [{ "pin": 2, "reserved": "x" }] }""", "pin 3 carries the link")]
    [InlineData("""{ "id": "i", "name": "n", "link": { "uart": "COM2", "xx": 3 }, "ports": [{ "name": "COM2" }], "pins": [{ "pin": 2, "reserved": "x" }] }""", "there is no setting \"xx\" here")]
    public void A_wrong_file_is_refused_at_its_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<SettingsException>(() => BoardFile.Parse("b.json", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_is_files_or_a_uart_with_its_pins()
    {
        const string Text = """{ "id": "i", "name": "n", "link": { "uart": "COM2", "tx": 1, "rx": 2 }, "ports": [{ "name": "COM2" }], "pins": [{ "pin": "1-2", "reserved": "the link" }, { "pin": 3, "capabilities": ["in"] }] }""";
        Assert.Equal(new BoardLink("COM2", 1, 2), BoardFile.Parse("b.json", Text).Link);
        Assert.Empty(JsonSchema.Check(RepositoryFiles.Read("boards/schema.json"), Text));
        Assert.Equal(new BoardLink(null, null, null), BoardFile.Load("esp32-devkitc").Link);
        Assert.Null(Board.Simulator.Link);
    }
}
