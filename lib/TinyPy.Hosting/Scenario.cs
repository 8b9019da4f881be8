// Scenario files: what happens to a board from outside while a script runs. One line an event:
//
//     # a comment
//     wire 2 4                     two pins are one
//     0.5s    BUTTON 0             from then on something drives the pin low
//     +20ms   BUTTON release       so long after the line above: nothing drives it
//     1s      34 adc 12000         an analog level, 0 to 65535
//     2s      message {"speed": 3} a message for host.receive(), as JSON
//     3s      stop                 the script is stopped
//
// Times are us, ms or s and never go back; pins are numbers or the board's names. Invariant: any text gives a scenario or an error with line and column.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TinyPy.Hosting.Boards;

namespace TinyPy.Hosting;

/// <summary>What happens to a board from outside.</summary>
public sealed class Scenario
{
    private const int MaxLength = 1 << 20;
    private const long MaxMicros = 365L * 24 * 3600 * 1_000_000;

    private readonly List<Action<Sandbox>> _actions = [];
    private long _last;

    private Scenario()
    {
    }

    /// <summary>How many events it has.</summary>
    public int Count => _actions.Count;

    /// <summary>Parses a scenario file (the format stands in tools/tinypy/README.md).</summary>
    /// <param name="file">Its name in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="board">The board whose pins it names.</param>
    /// <exception cref="SettingsException">A line is not valid; the message says where.</exception>
    public static Scenario Parse(string file, string text, Board board)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(board);
        if (text.Length > MaxLength)
        {
            throw new SettingsException($"{file} is too large for a scenario: {text.Length} characters, at most {MaxLength} are allowed.");
        }

        Scenario scenario = new();
        long time = 0;
        int number = 0;
        foreach (string line in text.TrimStart('\uFEFF').Split('\n'))
        {
            new LineParser(file, ++number, line.TrimEnd('\r'), board).Read(scenario._actions, ref time);
        }

        scenario._last = time;

        return scenario;
    }

    /// <summary>Sets everything up on a sandbox whose board's clock has not moved yet. After the last event no more messages come.</summary>
    public void Apply(Sandbox sandbox)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        foreach (Action<Sandbox> action in _actions)
        {
            action(sandbox);
        }

        sandbox.Board.At(_last, sandbox.CloseMessages);
    }

    private sealed class LineParser(string file, int number, string line, Board board)
    {
        private int _at;
        private int _start;

        public void Read(List<Action<Sandbox>> actions, ref long time)
        {
            string first = Word();
            if (first.Length == 0)
            {
                return;
            }

            if (first == "wire")
            {
                int a = Pin("a pin to wire");
                int b = Pin("the other pin");
                End();
                actions.Add(s => s.Board.Connect(a, b));
                return;
            }

            long at = Time(first, time);
            if (at < time)
            {
                throw Wrong("times never go back: this line is earlier than the one above");
            }

            time = at;
            string what = Word();
            if (what == "stop")
            {
                End();
                actions.Add(s => s.Board.At(at, s.Stop));
            }
            else if (what == "message")
            {
                object? message = Message();
                actions.Add(s => s.PostAt(at, message));
            }
            else
            {
                Change(actions, at, ToPin(what, "a pin, message or stop"));
            }
        }

        private void Change(List<Action<Sandbox>> actions, long at, int pin)
        {
            string level = Word();
            switch (level)
            {
                case "0" or "low":
                    actions.Add(s => s.Board.DriveAt(at, pin, 0));
                    break;
                case "1" or "high":
                    actions.Add(s => s.Board.DriveAt(at, pin, 1));
                    break;
                case "release":
                    actions.Add(s => s.Board.ReleaseAt(at, pin));
                    break;
                case "adc":
                    int value = int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out int read) && read <= 65535 ? read : throw Wrong("an analog level is a whole number from 0 to 65535");
                    if ((board.Find(pin)!.Capabilities & (PinCapabilities.Adc1 | PinCapabilities.Adc2)) == 0)
                    {
                        throw Wrong($"pin {pin} has no analog input on {board.Name}");
                    }

                    actions.Add(s => s.Board.SetAnalogAt(at, pin, value));
                    break;
                default:
                    throw Wrong("write 0, 1, release or adc and a level");
            }

            End();
        }

        private object? Message()
        {
            Space();
            _start = _at;
            try
            {
                using JsonDocument json = JsonDocument.Parse(line[_at..], new JsonDocumentOptions { MaxDepth = 32 });
                return Value(json.RootElement);
            }
            catch (JsonException error)
            {
                _start += (int)(error.BytePositionInLine ?? 0);
                throw Wrong("the message is not valid JSON");
            }
        }

        private static object? Value(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.TryGetInt64(out long whole) ? whole : (object)json.GetDouble(),
            JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
            JsonValueKind.Object => json.EnumerateObject().Aggregate(new ScriptDict(), (dict, member) =>
            {
                dict.Add(member.Name, Value(member.Value));
                return dict;
            }),
            _ => null,
        };

        private long Time(string word, long before)
        {
            bool relative = word[0] == '+';
            string digits = relative ? word[1..] : word;
            (string unit, decimal factor) = digits.EndsWith("us", StringComparison.Ordinal) ? ("us", 1m) : digits.EndsWith("ms", StringComparison.Ordinal) ? ("ms", 1000m) : digits.EndsWith('s') ? ("s", 1_000_000m) : (string.Empty, 0m);
            if (unit.Length == 0 || !decimal.TryParse(digits[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || value > MaxMicros / factor)
            {
                throw Wrong($"'{word}' is no time: write for example 500ms, 1.5s or +20us");
            }

            return (long)(value * factor) + (relative ? before : 0);
        }

        private int Pin(string what) => ToPin(Word(), what);

        private int ToPin(string word, string what)
        {
            int pin = board.FindAlias(word) ?? (byte.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out byte plain) ? plain : -1);
            return pin < 0 ? throw Wrong(word.Length == 0 ? $"{what} is missing" : $"'{word}' is no pin: write {what}; the names of {board.Name} are {Names()}")
                : board.Find(pin) is null ? throw Wrong($"pin {pin} does not exist on {board.Name}")
                : pin;
        }

        private string Names() => board.Aliases.Length == 0 ? "its numbers" : string.Join(", ", board.Aliases.Select(a => a.Name));

        private void End()
        {
            string more = Word();
            if (more.Length > 0)
            {
                throw Wrong($"'{more}' is too much");
            }
        }

        private void Space()
        {
            while (_at < line.Length && line[_at] is ' ' or '\t')
            {
                _at++;
            }
        }

        // The next word, empty at the end of the line or at a comment.
        private string Word()
        {
            Space();
            _start = _at;
            while (_at < line.Length && line[_at] is not (' ' or '\t' or '#'))
            {
                _at++;
            }

            return line[_start.._at];
        }

        private SettingsException Wrong(string message) => new($"{file}:{number}:{_start + 1}: {message}.");
    }
}
