// What can be wrong with a port. Invariant: the message is one sentence that names the port and says what to do.
namespace TinyPy.Ports;

/// <summary>Kinds of trouble, for programs that have to tell them apart.</summary>
public enum PortTrouble
{
    /// <summary>There is no such port.</summary>
    NotFound,

    /// <summary>The user may not open it.</summary>
    NoPermission,

    /// <summary>Another program has it.</summary>
    Busy,

    /// <summary>It exists and is no serial port, or cannot be set up as one.</summary>
    NotUsable,

    /// <summary>It was open, and the other end went away.</summary>
    Gone,
}

/// <summary>A port cannot be opened or used.</summary>
public sealed class PortException(PortTrouble trouble, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of trouble it is.</summary>
    public PortTrouble Trouble => trouble;
}
