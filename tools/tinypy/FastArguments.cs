// Parses the everyday forms of `tinypy run` without the command tree. Invariant: what it accepts, the tree would accept with the same meaning; whatever
// it does not know for sure it leaves to the tree, whose messages are then shown.
using System.Globalization;

namespace TinyPy.Tool;

/// <summary>The short way to `run`.</summary>
internal static class FastArguments
{
    /// <summary>The options, or null if this is not plainly a `run`.</summary>
    public static RunOptions? Parse(string[] args)
    {
        int at = args.Length > 0 && args[0] == "run" ? 1 : 0;
        if (at == 0 && args.Length > 0 && Array.IndexOf(Cli.CommandNames, args[0]) >= 0)
        {
            return null;
        }

        RunOptions options = new() { File = string.Empty };
        for (; at < args.Length; at++)
        {
            string name = args[at];
            if (name == "-" || !name.StartsWith('-'))
            {
                if (options.File.Length > 0 || name.Length == 0 || name[0] is '@' or '[')
                {
                    return null;
                }

                options = options with { File = name };
                continue;
            }

            string? value = null;
            int equals = name.IndexOf('=');
            if (equals > 0)
            {
                value = name[(equals + 1)..];
                name = name[..equals];
            }

            bool flag = name is "--quiet" or "-q" or "--realtime";
            value ??= flag || at + 1 == args.Length ? null : args[++at];
            if (flag ? value is not null : value is not { Length: > 0 } || value[0] == '-')
            {
                return null;
            }

            switch (name)
            {
                case "--quiet" or "-q":
                    options = options with { Quiet = true };
                    break;
                case "--realtime":
                    options = options with { Realtime = true };
                    break;
                case "--board" when options.Board is null:
                    options = options with { Board = value };
                    break;
                case "--policy" when options.Policy is null:
                    options = options with { Policy = value };
                    break;
                case "--limits" when options.Limits is null:
                    options = options with { Limits = value };
                    break;
                case "--seed" when options.Seed is null && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seed):
                    options = options with { Seed = seed };
                    break;
                default:
                    return null;
            }
        }

        // A lone word may be a misspelt command.
        bool plain = args is ["run", ..] || options.File.Contains('.', StringComparison.Ordinal) || options.File.Contains('/', StringComparison.Ordinal) || options.File == "-";
        return options.File.Length > 0 && plain ? options : null;
    }
}
