// How far an upload is: a bar that is redrawn on a terminal; nothing in a file, where the closing line says it all.
using TinyPy.Link.Host;

namespace TinyPy.Tool.Devices;

/// <summary>Shows progress.</summary>
internal sealed class ProgressBar(CliHost host, string what, bool shown) : IProgress<UploadProgress>, IDisposable
{
    private const int Width = 30;

    private int _drawn = -1;

    public void Report(UploadProgress value)
    {
        if (!shown || !host.OutputIsTerminal || value.Total == 0)
        {
            return;
        }

        int full = (int)((long)value.Done * Width / value.Total);
        if (full != _drawn)
        {
            _drawn = full;
            host.Out.Write($"\r{what} [{new string('#', full)}{new string(' ', Width - full)}] {value.Done}/{value.Total} bytes");
            host.Out.Flush();
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        if (_drawn >= 0)
        {
            host.Out.Write("\r\u001b[K");
            host.Out.Flush();
        }
    }
}
