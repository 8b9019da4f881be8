// Board files: boards/*.json, described in boards/README.md and boards/schema.json. The ones of the repository travel inside the assembly.
using System.Collections.Immutable;
using TinyPy.Hosting.Json;
using TinyPy.Hosting.Policies;

namespace TinyPy.Hosting.Boards;

/// <summary>Reads board files and knows the boards that come with TinyPy.</summary>
public static class BoardFile
{
    private const string Folder = "boards/";
    private const string Extension = ".json";

    private static readonly (string Word, PinCapabilities Flag)[] s_capabilities =
    [
        ("in", PinCapabilities.In), ("out", PinCapabilities.Out), ("pull_up", PinCapabilities.PullUp), ("pull_down", PinCapabilities.PullDown),
        ("adc1", PinCapabilities.Adc1), ("adc2", PinCapabilities.Adc2), ("dac", PinCapabilities.Dac), ("touch", PinCapabilities.Touch),
    ];

    /// <summary>The ids of the boards that come with TinyPy, in alphabetical order.</summary>
    public static ImmutableArray<string> KnownIds =>
    [
        .. typeof(BoardFile).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Extension, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The board of that id, one that comes with TinyPy.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
    public static Board Load(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id == Board.Simulator.Id)
        {
            return Board.Simulator;
        }

        return ReadKnown(id) ?? throw new SettingsException(
            $"There is no board '{id}': known are {string.Join(", ", KnownIds)}, or give the path of a board file that ends in .json.");
    }

    /// <summary>Parses the text of a board file.</summary>
    /// <param name="file">Its name in messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="SettingsException">It is not a valid board file; the message says where.</exception>
    public static Board Parse(string file, string text)
    {
        JsonSettings root = new(file, JsonParser.Parse(file, text));
        string id = root.Text("id");
        string name = root.Text("name");
        string chip = root.FindChoice("chip", "esp32", "esp32s3", "esp32c3", "esp32c6") ?? string.Empty;
        string target = root.FindText("target") ?? string.Empty;
        bool desktop = root.FindChoice("defaults", "device", "desktop") == "desktop";
        SortedDictionary<int, BoardPin> pins = [];
        foreach (JsonNode item in root.Items("pins"))
        {
            ReadPins(file, item, pins);
        }

        List<PinAlias> aliases = [];
        foreach (JsonMember alias in root.Members("aliases"))
        {
            int pin = JsonSettings.Int(file, alias.Value, $"the pin of \"{alias.Key}\"", 0, 255);
            if (!pins.ContainsKey(pin))
            {
                throw JsonSettings.Wrong(file, alias.Value, $"\"{alias.Key}\" names pin {pin}, which this board does not have");
            }

            aliases.Add(new PinAlias(alias.Key, pin));
        }

        List<BoardPort> ports = [];
        foreach (JsonNode item in root.Items("ports"))
        {
            JsonSettings port = new(file, item);
            ports.Add(new BoardPort(port.Text("name"), port.FindText("reserved")));
            port.Finish();
        }

        ImmutableArray<LimitSetting> limits = LimitSettings.Read(file, root.Members("limits"));
        BoardLink? link = root.Find("link") is { } node ? ReadLink(file, node, ports, pins) : null;
        JsonNode? policy = root.Find("policy");
        root.Finish();
        Board board = pins.Count > 0
            ? new Board(id, name, target, desktop, [.. pins.Values], [.. aliases.OrderBy(a => a.Name, StringComparer.Ordinal)], limits) { Chip = chip, Link = link, Ports = ImmutableArray.CreateRange(ports) }
            : throw root.Wrong("a board has at least one pin in \"pins\"");
        return policy is null ? board : board with { DefaultPolicy = PolicyFile.Read(file, policy, board) };
    }

    /// <summary>The words of a board file for what a pin can do.</summary>
    public static IEnumerable<string> Words(PinCapabilities capabilities) => s_capabilities.Where(c => capabilities.HasFlag(c.Flag)).Select(c => c.Word);

    /// <summary>The text of a board file that comes with TinyPy; null if there is none of that id.</summary>
    internal static string? KnownText(string id)
    {
        using Stream? stream = typeof(BoardFile).Assembly.GetManifestResourceStream(Folder + id + Extension);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A pin number or a range such as <c>4-7</c>.</summary>
    internal static (int First, int Last) ReadRange(string file, JsonNode node, Func<string, int?> alias)
    {
        if (node is not JsonString text)
        {
            int pin = JsonSettings.Int(file, node, "a pin", 0, 255);
            return (pin, pin);
        }

        if (alias(text.Text) is { } named)
        {
            return (named, named);
        }

        int dash = text.Text.IndexOf('-');
        if (byte.TryParse(dash < 0 ? text.Text : text.Text[..dash], out byte first)
            && byte.TryParse(dash < 0 ? text.Text : text.Text[(dash + 1)..], out byte last) && first <= last)
        {
            return (first, last);
        }

        throw JsonSettings.Wrong(file, text, $"\"{text.Text}\" is no pin: write a number from 0 to 255, a range such as \"4-7\", or a name that the board gives a pin");
    }

    // A UART for the link is one of the board's, and no script can have its pins.
    private static BoardLink ReadLink(string file, JsonNode node, List<BoardPort> ports, SortedDictionary<int, BoardPin> pins)
    {
        if (node is JsonString { Text: "files" })
        {
            return new BoardLink(null, null, null);
        }

        if (node is JsonString)
        {
            throw JsonSettings.Wrong(file, node, "\"link\" is \"files\", or an object with a \"uart\"");
        }

        JsonSettings settings = new(file, node);
        string uart = settings.Text("uart");
        if (!ports.Exists(p => p.Name == uart))
        {
            throw settings.Wrong($"the link goes over {uart}, which is none of the board's \"ports\"");
        }

        int? Pin(string key)
        {
            if (settings.Find(key) is not { } value)
            {
                return null;
            }

            int pin = JsonSettings.Int(file, value, $"\"{key}\"", 0, 255);
            return pins.TryGetValue(pin, out BoardPin? found) && found.Reserved is not null
                ? pin
                : throw JsonSettings.Wrong(file, value, $"pin {pin} carries the link, so it has to be \"reserved\"");
        }

        BoardLink link = new(uart, Pin("tx"), Pin("rx"));
        settings.Finish();
        return link;
    }

    private static Board? ReadKnown(string id) => KnownText(id) is { } text ? Parse(id + Extension, text) : null;

    private static void ReadPins(string file, JsonNode node, SortedDictionary<int, BoardPin> pins)
    {
        JsonSettings settings = new(file, node);
        (int first, int last) = ReadRange(file, settings.Need("pin"), _ => null);
        PinCapabilities capabilities = PinCapabilities.None;
        foreach (JsonNode item in settings.Items("capabilities"))
        {
            string word = (item as JsonString ?? throw JsonSettings.Wrong(file, item, $"a capability is a string, not {item.Kind}")).Text;
            PinCapabilities flag = s_capabilities.FirstOrDefault(c => c.Word == word).Flag;
            capabilities |= flag != PinCapabilities.None
                ? flag
                : throw JsonSettings.Wrong(file, item, $"there is no capability \"{word}\": {JsonSettings.Hint(word, s_capabilities.Select(c => c.Word))}");
        }

        string? reserved = settings.FindText("reserved");
        string? warning = settings.FindText("warn");
        settings.Finish();
        if (capabilities == PinCapabilities.None && reserved is null)
        {
            throw settings.Wrong("a pin that is not reserved has \"capabilities\"");
        }

        for (int pin = first; pin <= last; pin++)
        {
            if (!pins.TryAdd(pin, new BoardPin(pin, capabilities, reserved, warning)))
            {
                throw settings.Wrong($"pin {pin} stands here twice");
            }
        }
    }
}
