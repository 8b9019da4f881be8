// Counts IL: the VM's device sources as the boards' compiler makes them, every straight run of IL led by an addition of its length. A count needs no clock
// and is the same on every machine; nanoCLR spends some forty instructions on each operation.
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using TinyPy.NanoRunner.Building;
using TinyPy.NanoRunner.Recording;
using TinyPy.Portability;

namespace TinyPy.NanoRunner.Counting;

/// <summary>The counted VM, loaded once.</summary>
internal static class IlCounter
{
    private static readonly Lazy<Type> s_probe = new(() => Load(Counted(Compile())));

    /// <summary>Calls a method of Probe.device.cs.</summary>
    public static long[] Call(string method, params object[] arguments) => (long[])s_probe.Value.GetMethod(method)!.Invoke(null, arguments)!;

    private static byte[] Compile()
    {
        IEnumerable<string> files = ((string[])["Core", "Text", "Types", "Io", "Loading"]).SelectMany(part => DeviceAssembly.Listed("lib/TinyPy.Vm", $"TinyPy.Vm.{part}"))
            .Append("tests/TinyPy.NanoTests/Shared/CaseHal.cs").Append("tests/TinyPy.NanoTests/Shared/Digest.cs").Append("tests/TinyPy.NanoRunner/Counting/Probe.device.cs");
        DeviceCompilation compiled = DeviceCompilation.Compile(
            "TinyPy.Counted", OutputKind.DynamicallyLinkedLibrary, files.Select(f => (f, File.ReadAllText(RepositoryRoot.Combine(f)))), [], "mscorlib", "System.Math");
        return compiled.Errors.Count == 0 ? compiled.Image : throw new BuildException($"the counted VM does not compile: {compiled.Errors[0]}");
    }

    private static byte[] Counted(byte[] image)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(image));
        foreach (AssemblyNameReference reference in module.AssemblyReferences)
        {
            // .NET's facades of the same types.
            reference.Name = reference.Name == "System.Math" ? "System.Runtime.Extensions" : reference.Name;
            reference.Version = new Version(4, 0, 0, 0);
            reference.PublicKeyToken = reference.Name == "mscorlib" ? [0xB7, 0x7A, 0x5C, 0x56, 0x19, 0x34, 0xE0, 0x89] : [0xB0, 0x3F, 0x5F, 0x7F, 0x11, 0xD5, 0x0A, 0x3A];
        }

        TypeDefinition counter = module.GetType("TinyPy.Probe.Counter");
        FieldDefinition operations = counter.Fields.Single(f => f.Name == "Operations");
        foreach (TypeDefinition type in module.GetTypes().Where(t => t.Namespace != "TinyPy.Probe"))
        {
            foreach (MethodDefinition method in type.Methods.Where(m => m.HasBody))
            {
                bool verifies = type.Name == "Verifier" && method.Name == "Verify";
                Count(method.Body, operations, verifies ? (Method(counter, "Enter"), Method(counter, "Leave")) : null);
            }
        }

        MemoryStream written = new();
        module.Write(written);
        return written.ToArray();
    }

    private static MethodDefinition Method(TypeDefinition type, string name) => type.Methods.Single(m => m.Name == name);

    private static void Count(MethodBody body, FieldDefinition operations, (MethodDefinition Enter, MethodDefinition Leave)? around)
    {
        body.SimplifyMacros();
        Instruction[] all = [.. body.Instructions];
        HashSet<Instruction> leaders = [all[0]];
        foreach (Instruction instruction in all)
        {
            switch (instruction.Operand)
            {
                case Instruction target:
                    leaders.Add(target);
                    break;
                case Instruction[] targets:
                    leaders.UnionWith(targets);
                    break;
            }

            if (instruction.OpCode.FlowControl is not (FlowControl.Next or FlowControl.Call or FlowControl.Meta) && instruction.Next is not null)
            {
                leaders.Add(instruction.Next);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            leaders.UnionWith(((Instruction?[])[handler.TryStart, handler.HandlerStart]).OfType<Instruction>());
        }

        ILProcessor il = body.GetILProcessor();
        Dictionary<Instruction, Instruction> first = [];
        for (int i = 0; i < all.Length; i++)
        {
            if (around is { } calls && all[i].OpCode.Code == Code.Ret)
            {
                Lead(all[i], [il.Create(OpCodes.Call, calls.Leave)]);
            }

            if (leaders.Contains(all[i]))
            {
                int length = 1;
                while (i + length < all.Length && !leaders.Contains(all[i + length]))
                {
                    length++;
                }

                Lead(all[i], [il.Create(OpCodes.Ldsfld, operations), il.Create(OpCodes.Ldc_I8, (long)length), il.Create(OpCodes.Add), il.Create(OpCodes.Stsfld, operations)]);
            }
        }

        if (around is { } both)
        {
            il.InsertBefore(body.Instructions[0], il.Create(OpCodes.Call, both.Enter));
        }

        foreach (Instruction instruction in all)
        {
            instruction.Operand = instruction.Operand switch
            {
                Instruction target => first.GetValueOrDefault(target, target),
                Instruction[] targets => targets.Select(t => first.GetValueOrDefault(t, t)).ToArray(),
                object other => other,
                null => null,
            };
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            handler.TryStart = First(handler.TryStart);
            handler.TryEnd = First(handler.TryEnd);
            handler.HandlerStart = First(handler.HandlerStart);
            handler.HandlerEnd = First(handler.HandlerEnd);
        }

        body.OptimizeMacros();

        Instruction? First(Instruction? instruction) => instruction is null ? null : first.GetValueOrDefault(instruction, instruction);

        void Lead(Instruction at, Instruction[] before)
        {
            foreach (Instruction one in before)
            {
                il.InsertBefore(at, one);
            }

            first.TryAdd(at, before[0]);
        }
    }

    private static Type Load(byte[] image) => new AssemblyLoadContext("counted").LoadFromStream(new MemoryStream(image)).GetType("TinyPy.Probe.Probe", true)!;
}
