// Rules about the loop method and everything it can call: its size, and that running allocates no managed object. The call graph is an
// over-approximation: a virtual or interface call goes to every implementation in the assembly. What lies behind an interface outside of
// the assembly (the board's pins and clock) is not seen.
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TinyPy.Portability;

internal sealed partial class Gate
{
    private void CheckLoop(MethodDefinition loop)
    {
        if (loop.Body.CodeSize > MaxLoopBytes)
            Find("loop-size", Where(loop), $"{loop.Body.CodeSize} bytes of IL, {MaxLoopBytes} is the limit of the loop method");

        // Breadth first, each method with the caller that led to it, so that a finding can say how the loop gets there.
        var callers = new Dictionary<MethodDefinition, MethodDefinition?> { [loop] = null };
        var waiting = new Queue<MethodDefinition>([loop]);
        while (waiting.TryDequeue(out MethodDefinition? method))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (Allocates(instruction) is string what)
                    Find("allocation", Where(method), $"{what} while running ({Path(method)})");
                if (instruction.Operand is not MethodReference called || instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj or Code.Ldftn or Code.Ldvirtftn))
                    continue;
                foreach (MethodDefinition target in Targets(called))
                {
                    if (callers.TryAdd(target, method))
                        waiting.Enqueue(target);
                }
            }
        }

        string Path(MethodDefinition? method)
        {
            var names = new List<string>();
            for (; method is not null; method = callers[method])
                names.Insert(0, method.Name);
            return string.Join(" > ", names);
        }
    }

    // What an instruction puts on the managed heap, or null.
    private string? Allocates(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Newobj:
                return $"makes a {((MethodReference)instruction.Operand).DeclaringType.Name}";
            case Code.Newarr:
                return $"makes a {((TypeReference)instruction.Operand).Name}[]";
            case Code.Box:
                return $"boxes a {((TypeReference)instruction.Operand).Name}";
            case Code.Call or Code.Callvirt:
                // Of the library's methods, those that give back text or an array make it; a property's getter only hands it out.
                var called = (MethodReference)instruction.Operand;
                bool makes = called.ReturnType is ArrayType || called.ReturnType.MetadataType == MetadataType.String || called.Name == "Clone";
                bool ours = called.Resolve()?.Module == _module;
                return makes && !ours && !called.Name.StartsWith("get_", StringComparison.Ordinal) ? $"calls {called.DeclaringType.Name}.{called.Name}" : null;
            default:
                return null;
        }
    }

    private IEnumerable<MethodDefinition> Targets(MethodReference called)
    {
        MethodDefinition? method = called.Resolve();
        if (method is null)
            yield break;
        if (method.Module == _module && method.HasBody)
            yield return method;
        if (!method.IsVirtual)
            yield break;
        foreach (TypeDefinition type in _module.GetTypes().Where(t => IsKindOf(t, method.DeclaringType)))
        {
            foreach (MethodDefinition candidate in type.Methods.Where(m => m.IsVirtual && m.HasBody && Overrides(m, method)))
                yield return candidate;
        }
    }

    private static bool Overrides(MethodDefinition candidate, MethodDefinition method) =>
        candidate.Overrides.Any(o => o.Resolve() == method)
        || (candidate.Name == method.Name
            && candidate.Parameters.Select(p => p.ParameterType.FullName).SequenceEqual(method.Parameters.Select(p => p.ParameterType.FullName)));

    private static bool IsKindOf(TypeDefinition type, TypeDefinition ancestor)
    {
        for (TypeDefinition? t = type; t is not null; t = t.BaseType?.Resolve())
        {
            if (t.FullName == ancestor.FullName || t.Interfaces.Any(i => i.InterfaceType.Resolve() is { } found && IsKindOf(found, ancestor)))
                return true;
        }
        return false;
    }
}
