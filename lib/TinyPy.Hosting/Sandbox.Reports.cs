// What a run came to, as objects: read from the machine once, when the run ends.
using System.Collections.Immutable;
using System.Text;
using TinyPy.Compiler.Generated;
using TinyPy.Vm;

namespace TinyPy.Hosting;

public sealed partial class Sandbox
{
    // Longer chains and messages are cut: they are for people.
    private const int MaxChain = 16;
    private const int MaxMessage = 4096;

    private RunResult Report(int state)
    {
        int exit = state == Machine.STATE_FAULT ? _machine.ExitCode() : -1;
        RunResult result = new()
        {
            State = state == Machine.STATE_KILLED ? RunState.Killed : state == Machine.STATE_FAULT && exit < 0 ? RunState.Fault : RunState.Done,
            ExitCode = exit < 0 ? null : exit,
            Steps = _machine.Steps(),
            HeapPeak = _machine.HeapPeak(),
            TextPeak = _machine.TextPeak(),
            FloatPeak = _machine.FloatPeak(),
            Collections = _machine.CollectionCount(),
            OutputBytes = _machine.OutputBytes(),
            PinChanges = Board.PinChangeCount - _changesAtLoad,
            Micros = Board.Micros() - _loadedAt,
        };

        // Texts are made in the arenas, so the peaks come first.
        return result with
        {
            ExitMessage = exit == 1 && ExceptionText(0, 1) is { Length: > 0 } text && text != "1" ? text : null,
            Fault = result.State == RunState.Fault ? Fault() : null,
            Kill = result.State == RunState.Killed ? Kill() : null,
            Map = _program?.Map,
        };
    }

    private KillReport Kill()
    {
        int error = _machine.KillError();
        string template = ErrorInfo.Find(error)?.Template ?? $"the script was stopped (error {error})";
        return new KillReport(error, template.Replace("{0:I}", $"{_machine.KillOperand()}", StringComparison.Ordinal));
    }

    private FaultReport Fault()
    {
        ImmutableArray<FaultException>.Builder chain = ImmutableArray.CreateBuilder<FaultException>();
        for (int i = 0; i < MaxChain && _machine.HasException(i); i++)
        {
            ImmutableArray<FaultEntry>.Builder entries = ImmutableArray.CreateBuilder<FaultEntry>();
            for (int entry = 0; entry < _machine.TraceCount(i); entry++)
            {
                entries.Add(new FaultEntry(_machine.TraceFunction(i, entry), _machine.TraceOffset(i, entry)));
            }

            FaultLink link = i + 1 == MaxChain ? FaultLink.None : _machine.ChainLink(i) switch
            {
                1 => FaultLink.Cause,
                0 => FaultLink.Context,
                _ => FaultLink.None,
            };
            chain.Add(new FaultException(
                ExceptionText(i, 0) ?? "Exception", ExceptionText(i, 1), _machine.ErrorNumber(i), [_machine.ErrorOperand(i, 0), _machine.ErrorOperand(i, 1), _machine.ErrorOperand(i, 2)], entries.ToImmutable(), _machine.TraceTotal(i), link));
        }

        return new FaultReport(chain.ToImmutable());
    }

    private string? ExceptionText(int i, int part)
    {
        byte[] buffer = new byte[MaxMessage];
        int count = _machine.ExceptionText(i, part, buffer);
        if (count == MaxMessage)
        {
            // The cut may have halved a character.
            while (count > 0 && (buffer[--count] & 0xC0) == 0x80)
            {
            }

            return Encoding.UTF8.GetString(buffer, 0, count) + "...";
        }

        return count < 0 ? null : Encoding.UTF8.GetString(buffer, 0, count);
    }
}
