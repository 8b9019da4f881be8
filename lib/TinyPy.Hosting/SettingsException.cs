// How boards, policies and limits say what is wrong with them. Invariant: the message is one plain sentence that a user can act on.
namespace TinyPy.Hosting;

/// <summary>A board, policy or limit is not valid; the message says where and what to do.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Refuses a setting.</summary>
    public SettingsException(string message)
        : base(message)
    {
    }
}
