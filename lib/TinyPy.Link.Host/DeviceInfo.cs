// What a board tells about itself, its programs and their runs, as values.
using System.Collections.Immutable;

namespace TinyPy.Link.Host;

/// <summary>A board's answer to HELLO.</summary>
/// <param name="Protocol">Its protocol version.</param>
/// <param name="ImageVersion">The image version that it runs.</param>
/// <param name="IsSealed">It has a key and takes sealed programs only; false: open.</param>
/// <param name="IsSafe">It started without autorun.</param>
/// <param name="Credit">Bytes of image that it takes beyond its last acknowledgement.</param>
/// <param name="Boot">Another number after each start.</param>
/// <param name="Uptime">Since its start.</param>
/// <param name="SlotBytes">The largest image.</param>
/// <param name="Programs">One for each program.</param>
/// <param name="Board">The board's name.</param>
/// <param name="Firmware">The firmware's name.</param>
public sealed record HelloInfo(
    int Protocol, int ImageVersion, bool IsSealed, bool IsSafe, int Credit, int Boot, TimeSpan Uptime, int SlotBytes, ImmutableArray<HelloProgram> Programs, string Board, string Firmware);

/// <summary>A program in HELLO.</summary>
/// <param name="Hash">Lower-case hex of the first bytes of the SHA-256 of the stored image; "" without.</param>
/// <param name="State">A <see cref="RunState"/>.</param>
/// <param name="FreeHeap">Bytes of its object arena that its script never used.</param>
public sealed record HelloProgram(string Hash, int State, int FreeHeap);

/// <summary>A program on the board.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">The name it was uploaded with.</param>
/// <param name="State">A <see cref="RunState"/>.</param>
/// <param name="Flags">Bits of <see cref="ProgramFlag"/>.</param>
/// <param name="Fails">Starts with the board that failed, in a row.</param>
/// <param name="Size">Bytes of the stored image; 0: none.</param>
/// <param name="Hash">Hash of the stored image; "" without.</param>
/// <param name="Loaded">Hash of the image in memory; "" without.</param>
/// <param name="Counter">The counter of its seal.</param>
/// <param name="PolicyCounter">The counter of its policy's seal.</param>
public sealed record ProgramInfo(int Number, string Name, int State, int Flags, int Fails, int Size, string Hash, string Loaded, int Counter, int PolicyCounter)
{
    /// <summary>Whether a program is running, sleeping or waiting.</summary>
    public bool IsActive => RunStatus.IsActiveState(State);
}

/// <summary>How a program does.</summary>
/// <param name="Program">Its number.</param>
/// <param name="State">A <see cref="RunState"/>.</param>
/// <param name="Flags">Bits of <see cref="ProgramFlag"/>.</param>
/// <param name="Run">The run's number.</param>
/// <param name="Error">Of a kill or an uncaught exception: its number in errors.md.</param>
/// <param name="Operand">Of a kill: its operand.</param>
/// <param name="ExitCode">Of sys.exit; null without.</param>
/// <param name="FirstOutput">The offset of the oldest output that the board still has.</param>
/// <param name="EndOfOutput">Bytes of output in all.</param>
/// <param name="Steps">Steps run.</param>
/// <param name="Heap">Most bytes of objects.</param>
/// <param name="Text">Most bytes of text.</param>
/// <param name="Floats">Most bytes of floats.</param>
/// <param name="Age">Since its start.</param>
public sealed record RunStatus(
    int Program, int State, int Flags, int Run, int Error, int Operand, int? ExitCode, int FirstOutput, int EndOfOutput, long Steps, int Heap, int Text, int Floats, TimeSpan Age)
{
    /// <summary>Whether it is running, sleeping or waiting.</summary>
    public bool IsActive => IsActiveState(State);

    internal static bool IsActiveState(int state) => state is RunState.RUNNING or RunState.WAITING or RunState.HELD;
}

/// <summary>Output of a program.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Run">Its run.</param>
/// <param name="Offset">Of the first byte from the run's start.</param>
/// <param name="Bytes">UTF-8.</param>
/// <param name="Lost">Bytes before these that the board does not have any more.</param>
public readonly record struct OutputPiece(int Program, int Run, int Offset, ReadOnlyMemory<byte> Bytes, int Lost);

/// <summary>A log record; <see cref="ProtocolText.LinkEvent"/> has the words.</summary>
public sealed record LogRecord(int Number, TimeSpan Uptime, int Event, int Program, int Value);

/// <summary>An exception of a fault: numbers as in lib/spec/errors.md, places as (function, code offset), innermost first.</summary>
/// <param name="Type">Its type's name, cut.</param>
/// <param name="Message">Its text, cut; null if the board cannot make it.</param>
/// <param name="Error">Its number, 0 if the script raised it itself.</param>
/// <param name="Operands">Three.</param>
/// <param name="Entries">Places that it passed, those that were kept.</param>
/// <param name="TotalEntries">Places that it passed.</param>
/// <param name="Relation">0 the last of the chain, 1 raised while the next one was handled, 2 raised from the next one.</param>
public sealed record DeviceException(
    string Type, string? Message, int Error, ImmutableArray<int> Operands, ImmutableArray<(int Function, int Offset)> Entries, int TotalEntries, int Relation);

/// <summary>A program's seal.</summary>
/// <param name="Counter">Higher than that of the program before it.</param>
/// <param name="Mac">The 32 bytes of <see cref="Seal"/>.</param>
public sealed record SealInfo(int Counter, ImmutableArray<byte> Mac);

/// <summary>How a program is uploaded.</summary>
public sealed record UploadOptions
{
    /// <summary>Which program.</summary>
    public int Program { get; init; }

    /// <summary>Its name, cut to 24 bytes of UTF-8.</summary>
    public string Name { get; init; } = "";

    /// <summary>Only to memory: gone with the board's next start. A running program is stopped first.</summary>
    public bool ToMemory { get; init; }

    /// <summary>Starts with the board.</summary>
    public bool Autorun { get; init; }

    /// <summary>Started at once.</summary>
    public bool Start { get; init; }

    /// <summary>Follows the output of the run that Start makes, from its first byte on.</summary>
    public bool Follow { get; init; }

    /// <summary>Sends it even if the board has it already.</summary>
    public bool Force { get; init; }

    /// <summary>The seal, for a board with a key.</summary>
    public SealInfo? Seal { get; init; }
}

/// <summary>How far an upload is.</summary>
public readonly record struct UploadProgress(int Done, int Total);

/// <summary>What an upload did.</summary>
/// <param name="Hash">The image's hash.</param>
/// <param name="Unchanged">The board had it already: nothing was sent.</param>
/// <param name="Run">The run that was started, 0 without.</param>
public sealed record UploadResult(string Hash, bool Unchanged, int Run);
