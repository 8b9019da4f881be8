// What a script has used so far.
namespace TinyPy.Hosting;

/// <summary>What a script has used since it was loaded.</summary>
/// <param name="Steps">Steps run.</param>
/// <param name="Heap">Bytes of the object arena in use, dead objects that no collection took yet included.</param>
/// <param name="Text">Bytes of the text arena in use, likewise.</param>
/// <param name="HeapPeak">Most bytes of the object arena in use at once.</param>
/// <param name="TextPeak">Most bytes of the text arena in use at once.</param>
/// <param name="FloatPeak">Most bytes of the float arena in use at once.</param>
/// <param name="Collections">Collections run.</param>
/// <param name="OutputBytes">Bytes of output, messages included.</param>
/// <param name="Refusals">Accesses that the policy refused while the script ran.</param>
public readonly record struct SandboxUsage(long Steps, int Heap, int Text, int HeapPeak, int TextPeak, int FloatPeak, int Collections, long OutputBytes, int Refusals);
