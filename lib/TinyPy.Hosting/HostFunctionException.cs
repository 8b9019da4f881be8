// How a host function tells the script what went wrong.
namespace TinyPy.Hosting;

/// <summary>Thrown by a host function: the script gets RuntimeError with this message.</summary>
public sealed class HostFunctionException : Exception
{
    /// <summary>Makes one with the message that the script sees.</summary>
    public HostFunctionException(string message)
        : base(message)
    {
    }
}
