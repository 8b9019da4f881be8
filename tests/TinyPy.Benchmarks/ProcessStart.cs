// What the `tinypy` command costs as a process: an empty script against a program of .NET that prints one line, in turn, each checked before it counts.
// The one line is this program's own (--hello), so that nothing else has to be built.

using System.Diagnostics;
using System.Globalization;

namespace TinyPy.Benchmarks;

/// <summary>Times whole processes.</summary>
internal static class ProcessStart
{
    private const string Greeting = "hello";

    /// <summary>The program that the command is compared with.</summary>
    public static int Hello()
    {
        Console.WriteLine(Greeting);
        return 0;
    }

    /// <summary>The report: medians in milliseconds of wall time, and the ratio of the pairs.</summary>
    /// <param name="tinypy">The command's file.</param>
    /// <param name="rounds">Pairs of which the median is taken.</param>
    /// <exception cref="BenchException">A process gave another output or exit code.</exception>
    public static string Measure(string tinypy, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("tinypy-start").FullName;
        try
        {
            string script = Path.Combine(folder, "empty.py");
            string image = Path.Combine(folder, "empty.tpn");
            File.WriteAllText(script, string.Empty);
            _ = Milliseconds(tinypy, ["build", script, "-o", image], null);
            string report = string.Empty;
            foreach ((string what, string file) in (ReadOnlySpan<(string, string)>)[("empty script", script), ("empty image", image)])
            {
                double[] own = new double[rounds];
                double[] hello = new double[rounds];
                double[] ratios = new double[rounds];
                for (int i = -1; i < rounds; i++)
                {
                    double first = Milliseconds(tinypy, ["run", "--quiet", file], string.Empty);
                    double second = Milliseconds("dotnet", [typeof(ProcessStart).Assembly.Location, "--hello"], Greeting + Environment.NewLine);
                    if (i >= 0)
                    {
                        (own[i], hello[i], ratios[i]) = (first, second, first / second);
                    }
                }

                report += string.Create(CultureInfo.InvariantCulture, $"{what}: {Median(own):F0} ms, a .NET program that prints a line: {Median(hello):F0} ms, x {Median(ratios):F2}\n");
            }

            return report;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    // Wall time of one run. A null output is not looked at.
    private static double Milliseconds(string file, string[] arguments, string? output)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        string given = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return process.ExitCode == 0 && (output is null || given == output)
            ? time
            : throw new BenchException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode} and wrote \"{given}\"");
    }
}
