// A profile for people: functions and lines by their steps, then the source with the steps before each line.
using System.Globalization;
using Spectre.Console;
using TinyPy.Hosting;
using Profile = TinyPy.Hosting.Profile;

namespace TinyPy.Tool.Commands;

/// <summary>Shows profiles.</summary>
internal static class ProfileTables
{
    private const int MaxLines = 20;

    public static void Write(Profile profile, CliHost host)
    {
        // The script's output stays what stdout has.
        ByteWriter to = host.OutputIsTerminal ? host.Out : host.Error;
        Table functions = Tables.New(">steps", ">%", "function", "where");
        foreach (ProfiledFunction function in profile.Functions)
        {
            functions.AddRow(Number(function.Steps), Share(function.Steps, profile), Markup.Escape(function.Name), Markup.Escape(function.IsInternal ? "Python half of the builtins" : function.Line > 0 ? $"{function.File}:{function.Line}" : string.Empty));
        }

        Tables.Write(functions, host, to);
        Table lines = Tables.New(">steps", ">%", "line");
        foreach (ProfiledLine line in profile.Lines.OrderByDescending(l => l.Steps).Take(MaxLines))
        {
            lines.AddRow(Number(line.Steps), Share(line.Steps, profile), Markup.Escape($"{line.File}:{line.Line}"));
        }

        if (profile.Lines.Length > 0)
        {
            Tables.Write(lines, host, to);
            to.Write(profile.Listing());
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long steps, Profile profile) => (100.0 * steps / Math.Max(1, profile.Steps)).ToString("0.0", CultureInfo.InvariantCulture);
}
