// Short words for what a board says of its programs.
using TinyPy.Link;
using TinyPy.Vm;

namespace TinyPy.Tool.Commands;

/// <summary>Words.</summary>
internal static class ProgramTexts
{
    /// <summary>One word for a run state.</summary>
    public static string State(int state) => state switch
    {
        RunState.IDLE => "idle",
        RunState.RUNNING => "running",
        RunState.WAITING => "waiting",
        RunState.HELD => "held",
        RunState.DONE => "done",
        RunState.FAULT => "failed",
        RunState.KILLED => "stopped",
        _ => $"state {state}",
    };

    /// <summary>Why a program was killed, and what to do about it. Here --limits sets a quota, on a board its firmware does.</summary>
    public static string Killed(int error, string message, bool onBoard)
    {
        string More(string key) => onBoard ? "allow more in the board's firmware" : $"allow more with --limits {key}=N";
        return message + error switch
        {
            Err.KillStepsPerBurst => $": wait in the loop (time.sleep_ms), or {More("burst")}.",
            Err.KillStepsInAll => $": {More("steps")}.",
            Err.KillOutputInAll => $": {More("output")}.",
            Err.KillPinRate => ": wait between the changes, or allow a higher rate in the policy.",
            _ => ".",
        };
    }

    /// <summary>The flags of a program.</summary>
    public static string Flags(int flags) => string.Join(", ", new[]
    {
        (flags & ProgramFlag.AUTORUN) != 0 ? "autorun" : null,
        (flags & ProgramFlag.TRIAL) != 0 ? "on trial" : null,
        (flags & ProgramFlag.DISABLED) != 0 ? "disabled after failed starts" : null,
        (flags & ProgramFlag.MEMORY) != 0 ? "another one in memory" : null,
    }.OfType<string>());
}
