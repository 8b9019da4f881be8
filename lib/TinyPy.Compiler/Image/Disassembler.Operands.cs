// Operands and constants as text.
using System.Globalization;
using System.Text;
using TinyPy.Compiler.Generated;

namespace TinyPy.Compiler.Image;

public sealed partial class Disassembler
{
    // A listing is read line by line: longer texts are cut.
    private const int MaxShownText = 60;

    private string Operands(ImageFunction function, OpInfo op, int ip)
    {
        var words = new List<string>();
        int at = ip + 1;
        foreach (OperandKind kind in op.Operands)
        {
            int value = OpInfo.SizeOf(kind) == 2 ? Word(function.Code, at) : function.Code[at];
            words.Add(kind switch
            {
                OperandKind.Local => Local(function, value),
                OperandKind.Int8 => ((sbyte)value).ToString(CultureInfo.InvariantCulture),
                OperandKind.Static or OperandKind.Static16 => Static(value),
                OperandKind.Name => _image.NameText(value) ?? $"name {value}?",
                OperandKind.Jump => $"-> {ip + op.Length + (short)value}",
                OperandKind.Kind => Kind(op, value),
                OperandKind.Func or OperandKind.Func8 => value < _image.Functions.Count ? $"function {value} {FunctionName(_image.Functions[value])}" : $"function {value}?",
                OperandKind.Builtin => BuiltinText(value),
                _ => value.ToString(CultureInfo.InvariantCulture),
            });
            at += OpInfo.SizeOf(kind);
        }
        return string.Join(' ', words);
    }

    private static string Kind(OpInfo op, int value)
    {
        switch (op.Name)
        {
            case "BINARY":
                return OpInfo.BinaryOperators.ElementAtOrDefault(value) ?? $"{value}?";
            case "INPLACE":
                return OpInfo.BinaryOperators.ElementAtOrDefault(value) is string sign ? sign + "=" : $"{value}?";
            case "FORMAT" when value < 8:
                return new[] { "value", "str", "repr", "ascii" }[value & 3] + (value >= 4 ? " spec" : "");
            case "MAKE_CLOSURE" when value is > 0 and < 8:
                string[] parts = ["defaults", "keyword-defaults", "cells"];
                return string.Join('+', parts.Where((_, bit) => (value & (1 << bit)) != 0));
            case "RAISE" when value < 3:
                return new[] { "again", "e", "e from c" }[value];
            default:
                return $"{value}?";
        }
    }

    private string Local(ImageFunction function, int slot)
    {
        if (slot >= function.Locals)
            return $"local {slot}?";
        string? name = _options.LocalName?.Invoke(function.Index, slot);
        if (name is null && slot < function.ParameterNames.Length)
            name = _image.NameText(function.ParameterNames[slot]);
        return name is null ? $"local {slot}" : $"local {slot} {name}";
    }

    private string Static(int number)
    {
        if (number < _image.Constants.Count)
            return Constant(number);
        int global = number - _image.Constants.Count;
        if (global >= _image.Globals)
            return $"static {number}?";
        return _options.GlobalName?.Invoke(global) is string name ? $"global {global} {name}" : $"global {global}";
    }

    private static string BuiltinText(int number) => BuiltinInfo.All.ElementAtOrDefault(number)?.QualifiedName ?? $"builtin {number}?";

    private string FunctionName(ImageFunction function) =>
        function.Name == 0 ? "<no name>" : _image.NameText(function.Name) ?? $"name {function.Name}?";

    // As in a def: names where the image has them, slots where not.
    private string Parameters(ImageFunction function)
    {
        var words = new List<string>();
        int slot = 0;
        for (int i = 0; i < function.Positional; i++)
        {
            words.Add(ParameterName(slot++));
            if (i + 1 == function.PositionalOnly)
                words.Add("/");
        }
        int star = function.Positional + function.KeywordOnly;
        bool hasStar = function.Flags.HasFlag(ImageFunctionFlags.Star);
        if (hasStar)
            words.Add("*" + ParameterName(star));
        else if (function.KeywordOnly > 0)
            words.Add("*");
        for (int i = 0; i < function.KeywordOnly; i++)
            words.Add(ParameterName(slot++));
        if (function.Flags.HasFlag(ImageFunctionFlags.StarStar))
            words.Add("**" + ParameterName(star + (hasStar ? 1 : 0)));
        return string.Join(", ", words);

        string ParameterName(int parameter) => Local(function, parameter).Split(' ') is [_, _, string name] ? name : "local " + parameter;
    }

    private string Constant(int number)
    {
        var text = new StringBuilder();
        Append(text, number);
        return text.Length <= MaxShownText + 20 ? text.ToString() : text.ToString(0, MaxShownText) + "...";
    }

    // Tuples refer to smaller constants only, so that this ends; a tuple of tuples of tuples is cut while it grows.
    private void Append(StringBuilder text, int number)
    {
        if (text.Length > 2 * MaxShownText)
            return;
        switch (_image.Constants[number])
        {
            case ImageConstant.Unbound:
                text.Append("unbound");
                break;
            case ImageConstant.Int c:
                text.Append(c.Value);
                break;
            case ImageConstant.Float c:
                string digits = c.Value.ToString("R", CultureInfo.InvariantCulture);
                text.Append(digits.All(d => char.IsAsciiDigit(d) || d == '-') ? digits + ".0" : digits);
                break;
            case ImageConstant.Str c:
                Quote(text, c.Value);
                break;
            case ImageConstant.Bytes c:
                Quote(text, c.Value);
                break;
            case ImageConstant.Tuple c:
                text.Append('(');
                for (int i = 0; i < c.Items.Length && text.Length <= 2 * MaxShownText; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Append(text, c.Items[i]);
                }
                text.Append(c.Items.Length == 1 ? ",)" : ")");
                break;
            case ImageConstant.Builtin c:
                text.Append(BuiltinText(c.Number));
                break;
            case ImageConstant.NameList c:
                text.Append("names(").AppendJoin(", ", c.Numbers.Take(MaxShownText).Select(n => _image.NameText(n) ?? $"name {n}?")).Append(')');
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        int length = Math.Min(value.Length, MaxShownText);
        if (length < value.Length && char.IsHighSurrogate(value[length - 1]))
            length--;
        text.Append('\'');
        foreach (char c in value.AsSpan(0, length))
            text.Append(Escaped(c));
        text.Append(length < value.Length ? "..." : "'");
    }

    private static void Quote(StringBuilder text, byte[] value)
    {
        int length = Math.Min(value.Length, MaxShownText);
        text.Append("b'");
        foreach (byte b in value.AsSpan(0, length))
            text.Append(b < 0x80 ? Escaped((char)b) : $"\\x{b:x2}");
        text.Append(length < value.Length ? "..." : "'");
    }

    private static string Escaped(char c) => c switch
    {
        '\'' => "\\'",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(c) => $"\\x{(int)c:x2}",
        _ => c.ToString(),
    };
}
