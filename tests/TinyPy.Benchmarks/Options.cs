// The command line of the benchmarks.

using System.Globalization;

namespace TinyPy.Benchmarks;

/// <summary>What to measure.</summary>
/// <param name="Filter">Only scripts whose name contains it.</param>
/// <param name="Rounds">Rounds of which the median is taken.</param>
/// <param name="Json">Print JSON in place of tables.</param>
/// <param name="Smallest">Search the smallest arenas too.</param>
/// <param name="Compare">Two builds of the VM to compare, or null.</param>
/// <param name="Start">A tinypy to start as a process, or null.</param>
internal sealed record Options(string Filter, int Rounds, bool Json, bool Smallest, (string First, string Second)? Compare, string? Start)
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/TinyPy.Benchmarks -- [options]

          --filter TEXT      only the scripts whose name contains TEXT, as: --filter b05
          --rounds N         rounds of which the median is taken, 1 to 1000 (default 15)
          --smallest         search the smallest arenas of each script too
          --json             print one JSON document in place of the tables
          --compare A B      time two builds of TinyPy.Vm.dll against each other and nothing else
          --start TINYPY     time the start of a published tinypy against that of a .NET program that prints a line, and nothing else
          --hosting          time the hosting API, and nothing else
          --help             this text

        Exit code: 0, 1 if a script's output was wrong, 2 for bad usage.
        """;

    /// <summary>Reads the arguments; null with a message if they are wrong.</summary>
    public static (Options? Options, string? Error) Parse(string[] args)
    {
        Options options = new(string.Empty, 15, false, false, null, null);
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--filter" when i + 1 < args.Length:
                    options = options with { Filter = args[++i] };
                    break;
                case "--rounds" when i + 1 < args.Length:
                    if (!int.TryParse(args[++i], NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) || rounds is < 1 or > 1000)
                    {
                        return (null, $"--rounds takes a number from 1 to 1000, not '{args[i]}'");
                    }

                    options = options with { Rounds = rounds };
                    break;
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--smallest":
                    options = options with { Smallest = true };
                    break;
                case "--compare" when i + 2 < args.Length:
                    options = options with { Compare = (args[i + 1], args[i + 2]) };
                    i += 2;
                    break;
                case "--start" when i + 1 < args.Length:
                    options = options with { Start = args[++i] };
                    break;
                default:
                    return (null, $"unknown option or missing value: '{args[i]}'");
            }
        }

        return (options, null);
    }
}
