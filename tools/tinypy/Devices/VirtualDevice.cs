// The firmware's supervisor on a simulated board, served over a pseudo-terminal or a socket until it is cancelled. Invariant: whatever a host does, the
// device goes on; only the caller ends it.
using System.Security.Cryptography;
using TinyPy.Device;
using TinyPy.Hosting;
using TinyPy.Ports;
using TinyPy.Ports.Unix;
using TinyPy.Vm;

namespace TinyPy.Tool.Devices;

/// <summary>How to make a virtual device.</summary>
internal sealed record VirtualOptions
{
    public required Surroundings Surroundings { get; init; }

    /// <summary>The TCP port, 0 for a free one; null: a pseudo-terminal.</summary>
    public int? Tcp { get; init; }

    /// <summary>Where its storage is kept; null: in memory.</summary>
    public string? Storage { get; init; }

    public int Programs { get; init; } = 1;

    public int Baud { get; init; }

    public byte[] Key { get; init; } = [];
}

/// <summary>A virtual device.</summary>
internal sealed class VirtualDevice : IDisposable
{
    private readonly VirtualOptions _options;
    private readonly IStorage _storage;
    private readonly PacedLine _line;
    private readonly TcpPortListener? _listener;
    private readonly PseudoTerminal? _terminal;
    private readonly SimulatedBoard _board;
    private readonly int _boot = RandomNumberGenerator.GetInt32(1, 1 << 30);
    private int _starts;
    private VirtualBoard _hardware;
    private Supervisor _supervisor;

    /// <summary>Makes it and opens its end of the line.</summary>
    /// <exception cref="PortException">The line cannot be opened.</exception>
    public VirtualDevice(VirtualOptions options)
    {
        _options = options;
        _storage = options.Storage is null ? new MemoryStorage() : new FolderStorage(options.Storage);
        _line = new PacedLine(options.Baud);
        _board = new SimulatedBoard(options.Surroundings.Board);
        if (options.Tcp is { } number)
        {
            _listener = new TcpPortListener(number);
            PortName = $"tcp:{_listener.Number}";
        }
        else
        {
            _terminal = PseudoTerminal.Open();
            PortName = _terminal.Name;
            _line.Port = _terminal;
        }

        _board.WatchedChanged = change => _supervisor?.PinEvent(change.Pin, change.Level);
        (_hardware, _supervisor) = Start(false);
    }

    /// <summary>The name by which hosts reach it.</summary>
    public string PortName { get; }

    /// <summary>The board, to watch its pins.</summary>
    public SimulatedBoard Board => _board;

    /// <summary>Works until it is cancelled.</summary>
    public void Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            Step();
        }
    }

    public void Dispose()
    {
        _line.Port?.Dispose();
        _terminal?.Dispose();
        _listener?.Dispose();
    }

    private void Step()
    {
        int idle = _supervisor.Step();
        if (_hardware.Restart is { } safe)
        {
            (_hardware, _supervisor) = Start(safe);
            return;
        }

        Accept();
        try
        {
            _line.Fill((idle + 999) / 1000);
        }
        catch (PortException)
        {
            // The host hung up; the device goes on and takes the next one.
            _line.Port?.Dispose();
            _line.Port = null;
        }
    }

    // One host at a time, as on a wire; a second one is turned away.
    private void Accept()
    {
        if (_listener?.TryAccept() is { } connection)
        {
            if (_line.Port is null)
            {
                _line.Port = connection;
            }
            else
            {
                connection.Dispose();
            }
        }
    }

    private (VirtualBoard Hardware, Supervisor Supervisor) Start(bool safe)
    {
        byte[] table = _options.Surroundings.Policy.ToTable();
        DeviceConfig config = new()
        {
            Board = _options.Surroundings.Board.Id,
            Firmware = "virtual device",
            Programs = _options.Programs,
            Key = _options.Key,
            Policies = [.. Enumerable.Repeat(table, _options.Programs)],
            Limits = [.. Enumerable.Range(0, _options.Programs).Select(_ => MakeLimits())],
        };
        VirtualBoard hardware = new(_board, _boot + _starts++, safe);
        return (hardware, new Supervisor(config, hardware, _storage, _line));
    }

    private Limits MakeLimits()
    {
        Limits limits = new(!_options.Surroundings.Board.HasDesktopLimits);
        foreach (LimitSetting setting in _options.Surroundings.Board.Limits.AddRange(_options.Surroundings.Limits))
        {
            limits.Set(setting.Limit.Number, setting.Value);
        }

        return limits;
    }
}
