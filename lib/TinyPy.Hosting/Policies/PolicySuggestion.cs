// The least policy under which a program runs: what its image says that it needs, and what a run on the simulated board used. Invariant: a run that did not
// come to its end is said to be incomplete, since what it would have used later is not known.
using System.Collections.Immutable;
using TinyPy.Compiler.Image;
using TinyPy.Hosting.Boards;

namespace TinyPy.Hosting.Policies;

/// <summary>A suggested policy.</summary>
/// <param name="Policy">It grants what the program needs and used, and no more.</param>
/// <param name="IsComplete">The run came to its end; without, the program may use more later.</param>
/// <param name="Result">What the run came to; null if it had not ended.</param>
public sealed record PolicySuggestion(PolicySettings Policy, bool IsComplete, RunResult? Result)
{
    /// <summary>Runs a program with everything granted and finds out what it uses.</summary>
    /// <param name="program">The program, compiled with everything granted.</param>
    /// <param name="options">The sandbox; its policy is not asked.</param>
    /// <param name="mostSteps">After about so many steps the run is given up.</param>
    /// <param name="mostTime">After so much time on the board's clock the run is given up.</param>
    /// <param name="cancel">Gives the run up.</param>
    /// <exception cref="SettingsException">The image is refused even with everything granted.</exception>
    public static PolicySuggestion Find(ScriptProgram program, SandboxOptions options, long mostSteps, TimeSpan mostTime, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        PolicySettings all = PolicySettings.GrantAll(options.Board);

        // What the policy does to pins at the end is not the script's use.
        all = all with { Pins = [.. all.Pins.Select(p => p with { Safe = SafeState.None })] };
        Sandbox sandbox = new(options with { Policy = all });
        if (sandbox.Load(program) is { } refusal)
        {
            throw new SettingsException($"The image is refused: {refusal.Message}.");
        }

        while (sandbox.Advance() == SliceState.Running && sandbox.Usage.Steps < mostSteps && sandbox.Board.Micros() < mostTime.TotalMicroseconds && !cancel.IsCancellationRequested)
        {
        }

        SortedSet<int> modules = [];
        SortedDictionary<int, PinUses> pins = [];
        foreach (ImageRequirement requirement in ImageReader.Read(program.RawImage).Requirements)
        {
            if (requirement.Kind == ImageRequirement.Module)
            {
                modules.Add(requirement.Value);
            }
            else
            {
                pins[requirement.Value] = pins.GetValueOrDefault(requirement.Value) | (requirement.Kind switch
                {
                    ImageRequirement.PinInput => PinUses.In,
                    ImageRequirement.PinOutput => PinUses.Out,
                    ImageRequirement.PinPull => PinUses.Pull,
                    _ => PinUses.None,
                });
            }
        }

        foreach (BoardPin pin in options.Board.Pins)
        {
            if (sandbox.Board.Uses(pin.Number) is var uses && uses != PinUses.None)
            {
                pins[pin.Number] = pins.GetValueOrDefault(pin.Number) | uses;
            }
        }

        ImmutableArray<PinGrant> grants = [.. pins.Select(p => Grant(p.Key, p.Value))];
        PolicySettings policy = new(options.Board, [.. modules], grants, []) { Host = [.. options.Functions.Select(f => f.Permission).Where(sandbox.CalledPermissions.Contains).Distinct()] };
        return new PolicySuggestion(policy, sandbox.Result is { State: RunState.Done }, sandbox.Result);
    }

    private static PinGrant Grant(int pin, PinUses uses)
    {
        bool output = uses.HasFlag(PinUses.Out);
        bool input = uses.HasFlag(PinUses.In) || !output;
        return new PinGrant(pin, input, output, uses.HasFlag(PinUses.Pull), 0, false, output ? SafeState.Low : SafeState.None);
    }
}
