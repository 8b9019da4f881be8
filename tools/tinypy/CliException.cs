// How a command gives up. Invariant: the message is one line that says what happened and what to do.
namespace TinyPy.Tool;

/// <summary>Ends a command with a message and an exit code; Cli.Run shows it.</summary>
internal sealed class CliException(int code, string message) : Exception(message)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int Code => code;
}
