// Whatever a command is given, it answers with one plain sentence and the right exit code, and writes nothing in part.
using System.Text;

namespace TinyPy.Tests.Cli;

public sealed class BadInputTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file() => Refused(6, "does not exist", "run", _folder["none.py"]);

    [Fact]
    public void A_directory() => Refused(6, "is a directory", "run", Path.GetDirectoryName(_folder["x"])!);

    [Fact]
    public void A_directory_that_does_not_exist() => Refused(6, "does not exist", "run", _folder["none/x.py"]);

    [Fact]
    public void Fifty_megabytes_are_refused_by_their_size()
    {
        using (FileStream file = File.Create(_folder["big.py"]))
            file.SetLength(50_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(6, "too large: 50000000 bytes", "run", _folder["big.py"]);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000, "the file was read");
    }

    [Theory]
    [InlineData("big.py", "check")]
    [InlineData("big.tpn", "verify")]
    [InlineData("big.tpn", "disasm")]
    public void Other_commands_refuse_a_large_file_too(string name, string command)
    {
        using (FileStream file = File.Create(_folder[name]))
            file.SetLength(50_000_000);
        Refused(6, "too large", command, _folder[name]);
    }

    [Fact]
    public void A_binary() => DoesNotCompile("binary", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0xFF, 0xFE], "this is a binary file, not source text: give a script");

    [Fact]
    public void A_text_with_a_null_byte() => DoesNotCompile("null.py", "x = 1\0"u8.ToArray(), "null bytes");

    [Fact]
    public void Invalid_UTF8() => DoesNotCompile("bad.py", [.. "x = '"u8, 0xFF, .. "'\n"u8], "not valid UTF-8 at byte 5");

    [Fact]
    public void Tabs_and_spaces_mixed() => DoesNotCompile("tabs.py", "if 1:\n\tx = 1\n        y = 2\n"u8.ToArray(), "TabError: inconsistent use of tabs and spaces");

    [Fact]
    public void An_unterminated_string() => DoesNotCompile("string.py", "x = 'abc\n"u8.ToArray(), ":1:5: SyntaxError: unterminated string literal");

    [Fact]
    public void Ten_thousand_nested_parentheses() =>
        DoesNotCompile("deep.py", Encoding.UTF8.GetBytes(new string('(', 10_000) + "1" + new string(')', 10_000)), "nested too deeply");

    [Fact]
    public void A_pin_that_the_board_reserves() =>
        DoesNotCompile("pin.py", "from machine import Pin\nPin(6, Pin.OUT)\n"u8.ToArray(), ":2:5: PolicyError: pin 6 is reserved on the simulator");

    [Fact]
    public void A_pin_that_the_policy_does_not_grant()
    {
        string policy = _folder.Write("p.json", """{ "modules": ["machine"], "pins": [{ "pin": 4, "direction": "in" }] }""");
        string script = _folder.Write("pin.py", "from machine import Pin\nPin(5, Pin.OUT)\n");
        string other = _folder.Write("direction.py", "from machine import Pin\nPin(4, Pin.OUT)\n");
        CliResult denied = CliFolder.Run("run", script, "--policy", policy);
        Assert.Equal(3, denied.Code);
        Assert.Contains("pin.py:2:5: PolicyError: the policy does not grant pin 5", denied.Error, StringComparison.Ordinal);
        Assert.Contains("the policy grants pin 4 for input only", CliFolder.Run("run", other, "--policy", policy).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_the_policy_does_not_grant()
    {
        string policy = _folder.Write("p.json", """{ "modules": ["time"] }""");
        string script = _folder.Write("m.py", "import time\nimport math\n");
        CliResult denied = CliFolder.Run("check", script, "--policy", policy);
        Assert.Equal(3, denied.Code);
        Assert.Contains("m.py:2:8: PolicyError: the policy does not grant the module 'math'", denied.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_that_does_not_exist()
    {
        string script = _folder.Write("x.py", "");
        Refused(2, "There is no board 'esp23': known are esp32-c3-devkitm, ", "run", script, "--board", "esp23");
        Refused(6, "does not exist", "run", script, "--board", _folder["none.json"]);
    }

    [Theory]
    [InlineData("{ \"modules\": [],\n  \"pinns\": [] }", ":2:3: there is no setting \"pinns\" here: did you mean \"pins\"?")]
    [InlineData("{ \"pins\": [{ \"pin\": 2, \"direction\": \"out\", \"saffe\": \"low\" }] }", "there is no setting \"saffe\" here: did you mean \"safe\"?")]
    [InlineData("{ \"pins\": [{ \"pin\": 6, \"direction\": \"in\" }] }", "pin 6 is reserved on the simulator: connected to the flash memory, so no policy can grant it.")]
    [InlineData("{ \"limits\": { \"heep\": 5000 } }", "there is no limit \"heep\": did you mean \"heap\"?")]
    [InlineData("{ \"limits\": { \"heap\": 5 } }", "must be a whole number from 1024 to 67108864.")]
    [InlineData("{ \"modules\": [\"tme\"] }", ":1:15: there is no module \"tme\" to grant: did you mean \"time\"?")]
    [InlineData("{ \"modules\": [\"time\" }", "']' should be here, not '}'.")]
    [InlineData("", "the file ends where a value should be.")]
    [InlineData("[]", "an object in braces should be here, not an array.")]
    public void A_policy_with_an_error(string policy, string expected) =>
        Refused(2, expected, "run", _folder.Write("x.py", ""), "--policy", _folder.Write("p.json", policy));

    [Fact]
    public void An_image_of_another_version()
    {
        byte[] image = Image();
        image[3]++;
        foreach (string command in (string[])["run", "verify", "disasm", "stats"])
            Refused(4, $"is of another version ({image[3]}, this tinypy knows 1): build it again", command, _folder.Write("x.tpn", image));
    }

    [Fact]
    public void An_image_that_is_cut_off_anywhere()
    {
        byte[] image = Image();
        for (int length = 0; length < image.Length; length++)
            Refused(4, "x.tpn: ", "verify", _folder.Write("x.tpn", image[..length]));
        Refused(4, "x.tpn: ", "run", _folder.Write("x.tpn", image[..20]));
    }

    [Fact]
    public void An_image_that_asks_for_what_the_policy_denies()
    {
        string image = _folder.Write("x.tpn", Image());
        string policy = _folder.Write("p.json", """{ "modules": ["machine"], "pins": [] }""");
        Refused(4, "the image uses pin 2 for output, but the policy does not grant pin 2: add { \"pin\": 2, \"direction\": \"out\" } to \"pins\" (", "run", image, "--policy", policy);
        Refused(4, "the image imports 'machine', but the policy does not grant the module 'machine': add \"machine\" to \"modules\" (", "verify", image, "--policy", _folder.Write("q.json", "{}"));
    }

    [Fact]
    public void A_failed_build_leaves_the_old_image_and_nothing_else()
    {
        string script = _folder.Write("x.py", "print(1)\n");
        Assert.Equal(0, CliFolder.Run("build", script).Code);
        byte[] before = File.ReadAllBytes(_folder["x.tpn"]);
        _folder.Write("x.py", "print(\n");
        Assert.Equal(3, CliFolder.Run("build", script).Code);
        Assert.Equal(before, File.ReadAllBytes(_folder["x.tpn"]));
        Assert.Equal(["x.py", "x.tpm", "x.tpn"], _folder.Files);
        _folder.Write("x.py", "print(2)\n");
        Refused(6, "cannot be written", "build", script, "-o", _folder["none/x.tpn"]);
        Directory.CreateDirectory(_folder["taken.tpn"]);
        Refused(6, "is a directory", "build", script, "-o", _folder["taken.tpn"]);
        Assert.DoesNotContain(_folder.Files, name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no option --bogus here", "run", "--bogus", "x.py")]
    [InlineData("There is no option --limits here", "check", "--limits", "heap=16k", "x.py")]
    [InlineData("There is no command or file 'bild'", "bild")]
    [InlineData("file", "run")]
    [InlineData("--board", "run", "x.py", "--board")]
    [InlineData("'many' is no seed", "run", "x.py", "--seed", "many")]
    [InlineData("There is no limit 'heep': did you mean 'heap'?", "run", "x.py", "--limits", "heep=16k")]
    [InlineData("'heap' is no limit: write key=value", "run", "x.py", "--limits", "heap")]
    [InlineData("The limit heap must be from 1024 to 67108864, not 1.", "run", "x.py", "--limits", "heap=1")]
    [InlineData("'lots' is no value for the limit heap", "run", "x.py", "--limits", "heap=lots")]
    [InlineData("The limit heap is set twice", "run", "x.py", "--limits", "heap=16k,heap=16k")]
    [InlineData("must end in .tpn", "build", "x.py", "-o", "x.bin")]
    public void Bad_usage(string expected, params string[] args) => Refused(2, expected, args);

    private byte[] Image()
    {
        string script = _folder.Write("image.py", "from machine import Pin\nPin(2, Pin.OUT).on()\nprint('on')\n");
        Assert.Equal(0, CliFolder.Run("build", script, "-q").Code);
        return File.ReadAllBytes(_folder["image.tpn"]);
    }

    private void DoesNotCompile(string name, byte[] bytes, string expected)
    {
        string file = _folder.Write(name, bytes);
        foreach (string command in (string[])["run", "check", "build"])
        {
            CliResult result = CliFolder.Run(command, file);
            Assert.Equal(3, result.Code);
            Assert.Empty(result.Out);
            Assert.Contains(expected, result.Error.Split('\n')[0], StringComparison.Ordinal);
            Assert.StartsWith(file, result.Error, StringComparison.Ordinal);
        }

        Assert.Equal([name], _folder.Files);
    }

    private static void Refused(int code, string expected, params string[] args)
    {
        CliResult result = CliFolder.Run(args);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(code, result.Code);
        Assert.Empty(result.Out);
        Assert.StartsWith("tinypy: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
