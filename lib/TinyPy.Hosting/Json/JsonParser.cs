// A strict JSON parser for settings files: no comments, no trailing commas, no key twice. Unlike the library's, it keeps the place of every
// value, so that a wrong setting is reported with line and column. Invariant: any text gives a tree or a SettingsException.
using System.Globalization;
using System.Text;

namespace TinyPy.Hosting.Json;

/// <summary>Parses settings files.</summary>
internal sealed class JsonParser
{
    private const int MaxDepth = 32;
    private const int MaxLength = 1 << 20;

    private readonly string _file;
    private readonly string _text;
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private int _depth;

    private JsonParser(string file, string text)
    {
        _file = file;
        _text = text;
    }

    private int Column => _at - _lineStart + 1;

    /// <summary>Parses a whole file.</summary>
    /// <param name="file">Its name in messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="SettingsException">The text is not JSON.</exception>
    public static JsonNode Parse(string file, string text)
    {
        if (text.Length > MaxLength)
        {
            throw new SettingsException($"{file} is too large for a settings file: {text.Length} characters, at most {MaxLength} are allowed.");
        }

        JsonParser parser = new(file, text.StartsWith('\uFEFF') ? text[1..] : text);
        JsonNode root = parser.Value();
        parser.Space();
        return parser._at == parser._text.Length ? root : throw parser.Wrong("there is something after the end of the JSON value");
    }

    /// <summary>An error at a place of a file.</summary>
    public static SettingsException Error(string file, int line, int column, string message) => new($"{file}:{line}:{column}: {message}{(message.EndsWith('?') ? string.Empty : ".")}");

    private JsonNode Value()
    {
        Space();
        int line = _line;
        int column = Column;
        if (_at == _text.Length)
        {
            throw Wrong("the file ends where a value should be");
        }

        switch (_text[_at])
        {
            case '{':
                return Object(line, column);
            case '[':
                return Array(line, column);
            case '"':
                return new JsonString(line, column, String());
            case 't' when Word("true"):
                return new JsonBool(line, column, true);
            case 'f' when Word("false"):
                return new JsonBool(line, column, false);
            case 'n' when Word("null"):
                return new JsonNull(line, column);
            case '-' or (>= '0' and <= '9'):
                return Number(line, column);
            default:
                throw Wrong($"'{Shown(_text[_at])}' is not the start of a JSON value");
        }
    }

    private JsonObject Object(int line, int column)
    {
        List<JsonMember> members = [];
        HashSet<string> keys = [];
        Enter();
        if (!Take('}'))
        {
            do
            {
                Space();
                int keyLine = _line;
                int keyColumn = Column;
                if (_at == _text.Length || _text[_at] != '"')
                {
                    throw Wrong("a key in double quotes should be here");
                }

                string key = String();
                if (!keys.Add(key))
                {
                    throw Error(_file, keyLine, keyColumn, $"the key \"{key}\" stands here twice");
                }

                Expect(':');
                members.Add(new JsonMember(key, keyLine, keyColumn, Value()));
            }
            while (Take(','));
            Expect('}');
        }

        _depth--;
        return new JsonObject(line, column, members);
    }

    private JsonArray Array(int line, int column)
    {
        List<JsonNode> items = [];
        Enter();
        if (!Take(']'))
        {
            do
            {
                items.Add(Value());
            }
            while (Take(','));
            Expect(']');
        }

        _depth--;
        return new JsonArray(line, column, items);
    }

    private void Enter()
    {
        _at++;
        if (++_depth > MaxDepth)
        {
            throw Wrong($"values are nested more than {MaxDepth} deep");
        }
    }

    private string String()
    {
        StringBuilder text = new();
        for (_at++; ; _at++)
        {
            if (_at == _text.Length || _text[_at] < ' ')
            {
                throw Wrong("a string has no closing quote on its line");
            }

            char c = _text[_at];
            if (c == '"')
            {
                _at++;
                return text.ToString();
            }

            text.Append(c == '\\' ? Escape() : c);
        }
    }

    private char Escape()
    {
        char c = ++_at < _text.Length ? _text[_at] : ' ';
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when _at + 4 < _text.Length
                && ushort.TryParse(_text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit):
                _at += 4;
                return (char)unit;
            default:
                throw Wrong("a backslash in a string must be doubled, or begin one of \\\" \\\\ \\/ \\n \\t \\r \\b \\f \\uXXXX");
        }
    }

    private JsonNumber Number(int line, int column)
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        ReadOnlySpan<char> digits = _text.AsSpan(start, _at - start);
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && digits.TrimStart('-') is not ['0', _, ..])
        {
            return new JsonNumber(line, column, value);
        }

        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new JsonNumber(line, column, null)
            : throw Error(_file, line, column, $"'{digits.ToString()}' is not a number");
    }

    private bool Word(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private bool Take(char c)
    {
        Space();
        if (_at == _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char c)
    {
        if (!Take(c))
        {
            throw Wrong(_at == _text.Length ? $"the file ends where '{c}' should be" : $"'{c}' should be here, not '{Shown(_text[_at])}'");
        }
    }

    private void Space()
    {
        for (; _at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n'; _at++)
        {
            if (_text[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }
        }
    }

    private static string Shown(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString();

    private SettingsException Wrong(string message) => Error(_file, _line, Column, message);
}
