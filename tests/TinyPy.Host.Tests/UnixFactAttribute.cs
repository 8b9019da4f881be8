// Tests that need pseudo-terminals run on Linux and macOS; elsewhere they are shown as skipped, not as passed.
namespace TinyPy.Host.Tests;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no pseudo-terminals.";
    }
}
