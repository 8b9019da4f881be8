// The code of one function before it is bytes: instructions, labels, protected regions.
// Invariants: nothing is appended while control cannot come there (the verifier refuses dead code); a jump's label is marked before layout.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Generated;
using TinyPy.Vm;

namespace TinyPy.Compiler.Emit;

/// <summary>The locals that are known to be bound: a set of slots below 256.</summary>
internal readonly record struct SlotSet(ulong A, ulong B, ulong C, ulong D)
{
    public bool Has(int slot) => (Word(slot) >> (slot & 63) & 1) != 0;

    public SlotSet With(int slot) => (slot >> 6) switch
    {
        0 => this with { A = A | 1UL << (slot & 63) },
        1 => this with { B = B | 1UL << (slot & 63) },
        2 => this with { C = C | 1UL << (slot & 63) },
        _ => this with { D = D | 1UL << (slot & 63) },
    };

    public SlotSet Without(SlotSet other) => new(A & ~other.A, B & ~other.B, C & ~other.C, D & ~other.D);

    public SlotSet Without(int slot) => Without(default(SlotSet).With(slot));

    public SlotSet And(SlotSet other) => new(A & other.A, B & other.B, C & other.C, D & other.D);

    public SlotSet Or(SlotSet other) => new(A | other.A, B | other.B, C | other.C, D | other.D);

    private ulong Word(int slot) => (slot >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D };
}

/// <summary>A place in the code.</summary>
internal sealed class Label
{
    /// <summary>The index of the instruction it stands before, -1 until it is marked.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Something jumps there, or a region begins, ends or leads there.</summary>
    public bool IsUsed { get; set; }

    /// <summary>What is bound at the jumps so far.</summary>
    public SlotSet? Bound { get; set; }
}

/// <summary>An instruction. A and B are its plain operands in order; <see cref="Ref"/> is what a static, name or function operand stands for.</summary>
internal sealed class Instruction(int op, int a, int b, object? reference, Label? target, SourceSpan span)
{
    public int Op { get; set; } = op;

    public int A { get; set; } = a;

    public int B { get; set; } = b;

    public object? Ref { get; set; } = reference;

    public Label? Target { get; set; } = target;

    public SourceSpan Span { get; set; } = span;

    public int Offset { get; set; }
}

/// <summary>A protected range. With <see cref="ContextLocal"/> not negative it is a context region.</summary>
internal sealed record Region(Label Start, Label End, Label? Target, int Depth, int ContextLocal);

/// <summary>The code of a function.</summary>
internal sealed class Code
{
    /// <summary>Not an instruction: a place kept free, removed by <see cref="Peephole"/> unless it was filled.</summary>
    public const int Nothing = 0;

    /// <summary>Operand A of a JUMP that leads to a loop's test over its body: it stays where it is, since the verifier knows the body's stack from it.</summary>
    public const int LoopEntry = 1;

    public List<Instruction> Instructions { get; set; } = [];

    public List<Label> Labels { get; } = [];

    /// <summary>Innermost first: a region is added when it ends.</summary>
    public List<Region> Regions { get; } = [];

    public bool Reachable { get; set; } = true;

    public SlotSet Bound { get; set; }

    public void Mark(Label label)
    {
        if (label.Bound is { } bound)
        {
            Bound = Reachable ? Bound.And(bound) : bound;
            Reachable = true;
        }

        Place(label);
    }

    /// <summary>Places a label without looking at what is bound there.</summary>
    public void Place(Label label)
    {
        label.Index = Instructions.Count;
        Labels.Add(label);
    }

    public Instruction? Add(int op, SourceSpan span, int a = 0, int b = 0, object? reference = null, Label? target = null)
    {
        if (!Reachable)
        {
            return null;
        }

        if (target is not null)
        {
            target.IsUsed = true;
            target.Bound = target.Bound is { } bound ? bound.And(Bound) : Bound;
        }

        Instruction instruction = new(op, a, b, reference, target, span);
        Instructions.Add(instruction);
        if (op is Op.JUMP or Op.RETURN or Op.RETURN_NONE or Op.RAISE or Op.RERAISE)
        {
            Reachable = false;
        }

        return instruction;
    }
}

/// <summary>What instructions take from the stack and leave there, from the stack pictures of opcodes.md.</summary>
internal static class StackPicture
{
    private static readonly Picture?[] s_pictures = new Picture?[OpInfo.All.Length];

    /// <summary>Values taken, values left on the jump, values left on going on.</summary>
    public static (int Taken, int OnJump, int OnNext) Of(Instruction instruction)
    {
        Picture picture = s_pictures[instruction.Op] ??= Parse(OpInfo.All[instruction.Op]!);
        return (Sum(picture.Before, instruction), Sum(picture.OnJump, instruction), Sum(picture.OnNext, instruction));
    }

    private static int Sum(string[] parts, Instruction instruction)
    {
        int sum = 0;
        foreach (string part in parts)
        {
            sum += Part(part, instruction);
        }

        return sum;
    }

    private static int Part(string part, Instruction instruction)
    {
        OperandKind[] operands = OpInfo.All[instruction.Op]!.Operands;
        int kind = instruction.A;
        int count = PlainIndex(operands, OperandKind.Count) == 1 ? instruction.B : instruction.A;
        return part switch
        {
            "[count]" => count,
            "[count*2]" => count * 2,
            "[count+1]" => count + 1,
            "[count+2]" => count + 2,
            "[count+count+1]" => instruction.A + instruction.B + 1,
            "[spec]" => (kind & 4) != 0 ? 2 : 1,
            "[closure]" => System.Numerics.BitOperations.PopCount((uint)kind),
            "[raise]" => kind,
            "!" => 0,
            _ => 1,
        };
    }

    private static int PlainIndex(OperandKind[] operands, OperandKind wanted)
    {
        int index = 0;
        foreach (OperandKind kind in operands)
        {
            if (kind == wanted)
            {
                return index;
            }

            index += IsPlain(kind) ? 1 : 0;
        }

        return 0;
    }

    /// <summary>The operand is one of <see cref="Instruction.A"/> and <see cref="Instruction.B"/>.</summary>
    public static bool IsPlain(OperandKind kind) =>
        kind is OperandKind.Local or OperandKind.Int8 or OperandKind.Count or OperandKind.Kind or OperandKind.Builtin;

    private static Picture Parse(OpInfo op)
    {
        string[] sides = op.Stack.Split("--");
        string[] after = sides[1].Split('/');
        string[] jump = after[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] next = sides.Length > 2 ? sides[2].Split(' ', StringSplitOptions.RemoveEmptyEntries) : jump;
        return new Picture(sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), jump, next);
    }

    private sealed record Picture(string[] Before, string[] OnJump, string[] OnNext);
}
