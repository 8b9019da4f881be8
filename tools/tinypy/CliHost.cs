// What a command has around it: output, terminal or not, Ctrl-C. Tests make one of their own.
using System.Runtime.InteropServices;

namespace TinyPy.Tool;

/// <summary>The surroundings of a command.</summary>
internal sealed class CliHost : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private PosixSignalRegistration? _interrupt;
    private PosixSignalRegistration? _terminate;
    private TextReader? _in;

    public CliHost(Stream output, Stream error, bool outputIsTerminal)
    {
        Out = new ByteWriter(output);
        Error = new ByteWriter(error);
        OutputIsTerminal = outputIsTerminal;
    }

    public ByteWriter Out { get; }

    public ByteWriter Error { get; }

    /// <summary>What did not compile, for the JSON report of a failure.</summary>
    public List<TinyPy.Compiler.Diagnostics.Diagnostic> Diagnostics { get; } = [];

    /// <summary>The command's JSON report was written.</summary>
    public bool IsReported { get; set; }

    /// <summary>Somebody looks at the output: it may hold more than the script's own.</summary>
    public bool OutputIsTerminal { get; }

    /// <summary>Columns of the terminal.</summary>
    public int TerminalWidth
    {
        get => field > 0 ? field : WidthOfConsole();
        init;
    }

    /// <summary>What has to be written to the terminal if the process is ended at once; null for nothing.</summary>
    public string? Farewell { get; set; }

    /// <summary>What the user types, or what is piped in.</summary>
    public TextReader In { get => _in ??= Console.In; init => _in = value; }

    /// <summary>Somebody types.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Done at each Ctrl-C in place of what CatchInterrupt does otherwise; null: the script is stopped, the second time the process.</summary>
    public Action? Interrupt { get; set; }

    /// <summary>Stops a running script.</summary>
    public CancellationToken Cancel => _cancel.Token;

    /// <summary>The surroundings of this process.</summary>
    public static CliHost ForProcess() => new(
        Standard(1), Standard(2), !Console.IsOutputRedirected)
    {
        InputIsTerminal = !Console.IsInputRedirected,
    };

    private static Stream Standard(int descriptor) => !OperatingSystem.IsWindows() ? new UnixOutput(descriptor) : descriptor == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();

    /// <summary>From now on Ctrl-C (and a request to terminate) stops the script and not the process.</summary>
    public void CatchInterrupt()
    {
        _interrupt ??= PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted);
        _terminate ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupted);
    }

    public void Stop() => _cancel.Cancel();

    public void Dispose()
    {
        _interrupt?.Dispose();
        _terminate?.Dispose();
        Out.Dispose();
        Error.Dispose();
        _cancel.Dispose();
    }

    // The second one ends the process, whatever it is doing.
    private void Interrupted(PosixSignalContext context)
    {
        if (Interrupt is { } interrupt && context.Signal == PosixSignal.SIGINT)
        {
            context.Cancel = true;
            interrupt();
            return;
        }

        context.Cancel = !_cancel.IsCancellationRequested;
        if (!context.Cancel && Farewell is { } farewell)
        {
            // The writer is the other thread's.
            Standard(1).Write(System.Text.Encoding.ASCII.GetBytes(farewell));
        }

        _cancel.Cancel();
    }

    private static int WidthOfConsole()
    {
        const int Usual = 80;
        if (OperatingSystem.IsLinux())
        {
            return UnixOutput.Columns(1) is > 0 and var columns ? columns : Usual;
        }

        try
        {
            return Console.WindowWidth is > 0 and var width ? width : Usual;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
