// What can go wrong between host and board, each with one sentence for people.
namespace TinyPy.Link.Host;

/// <summary>Anything that went wrong on the link.</summary>
public class LinkException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The board does not answer.</summary>
public sealed class LinkTimeoutException(string name, int message) : LinkException(
    message == Msg.HELLO
        ? $"no board answers on {name}: check the cable, the baud rate, and that the firmware is TinyPy.Nano's"
        : $"the board on {name} stopped answering ({ProtocolText.Msg(message)}): check the cable and try again");

/// <summary>The line is gone.</summary>
public sealed class LinkClosedException(string name, Exception? inner = null) : LinkException($"the connection to {name} was closed: check the cable and connect again", inner);

/// <summary>The board answered that it will not do what was asked.</summary>
public sealed class LinkRefusedException(int message, int status, int error = 0, int offset = 0) : LinkException(ProtocolText.Status(status))
{
    /// <summary>What was asked: a <see cref="Msg"/>.</summary>
    public int Request { get; } = message;

    /// <summary>A <see cref="Link.Status"/>.</summary>
    public int Status { get; } = status;

    /// <summary>Of a refused image: the number under "Refused images" in errors.md.</summary>
    public int Error { get; } = error;

    /// <summary>Of a refused image: the byte where it was found.</summary>
    public int Offset { get; } = offset;
}

/// <summary>The board sent what its protocol does not allow.</summary>
public sealed class LinkProtocolException(string name, int message) : LinkException($"the board on {name} sent an answer that cannot be read ({ProtocolText.Msg(message)}): update its firmware or this tool");
