// A value that cannot cross between host and script.
namespace TinyPy.Hosting;

/// <summary>A value cannot cross between host and script: its type is none of those that can, it is nested too deep or contains itself, or it is too large.</summary>
public sealed class ScriptValueException : Exception
{
    /// <summary>Makes one with a message.</summary>
    public ScriptValueException(string message)
        : base(message)
    {
    }
}
