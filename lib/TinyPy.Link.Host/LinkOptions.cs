// How patient a session is.
namespace TinyPy.Link.Host;

/// <summary>Times of a session.</summary>
public sealed record LinkOptions
{
    /// <summary>How long a request waits before it is sent again.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long HELLO is tried before the board counts as absent.</summary>
    public TimeSpan HelloPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long any other request is tried, and how long an upload may make no progress.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the board may say that it is still at it.</summary>
    public TimeSpan WorkPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often whole uploads are begun anew after what arrived was not what was sent, or the board lost it.</summary>
    public int UploadAttempts { get; init; } = 8;

    /// <summary>How often READ tells the board that somebody still reads; below Protocol.LEASE.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a wait for a program's end asks how it does when nothing is heard.</summary>
    public TimeSpan StatusEvery { get; init; } = TimeSpan.FromMilliseconds(500);
}
