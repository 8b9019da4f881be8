// Rules about methods and their bodies.
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TinyPy.Portability;

internal sealed partial class Gate
{
    private void CheckMethod(MethodDefinition method)
    {
        string where = Where(method);
        if (method.HasGenericParameters)
            Find("generic-method", where, "a generic method is a run-time exception");
        if (method.IsPInvokeImpl)
            Find("native", where, "a native method cannot be called on the device");
        foreach (ParameterDefinition parameter in method.Parameters)
            CheckSignature(parameter.ParameterType, where, $"parameter {parameter.Name}");
        CheckSignature(method.ReturnType, where, "result");
        if (!method.HasBody)
            return;

        MethodBody body = method.Body;
        int locals = body.Variables.Count + method.Parameters.Count + (method.HasThis ? 1 : 0);
        _sizes.Add(new MethodSize(method.DeclaringType.FullName, method.Name, body.CodeSize, locals, body.MaxStackSize));
        if (method.DeclaringType.IsInterface && !method.IsStatic)
            Find("default-interface-method", where, "a default interface method is a run-time exception");
        if (body.CodeSize > MaxMethodBytes)
            Find("method-size", where, $"{body.CodeSize} bytes of IL, {MaxMethodBytes} is the limit");
        if (locals > MaxLocals)
            Find("locals", where, $"{locals} locals and arguments, {MaxLocals} is the limit");
        if (body.MaxStackSize > MaxLocals)
            Find("stack", where, $"an evaluation stack of {body.MaxStackSize}, {MaxLocals} is the limit");
        foreach (VariableDefinition local in body.Variables)
            CheckSignature(local.VariableType, where, $"local {local.Index}");
        CheckHandlers(body, where);
        foreach (Instruction instruction in body.Instructions)
            CheckInstruction(instruction, method, where);
    }

    private void CheckHandlers(MethodBody body, string where)
    {
        if (body.ExceptionHandlers.Any(h => h.HandlerType == ExceptionHandlerType.Filter))
            Find("filter", where, "an exception filter (when); test inside the catch");

        // Regions, not handlers: several catches of one try are one level. A region lies inside another one's try or handler.
        var tries = body.ExceptionHandlers.Select(h => (Start: h.TryStart.Offset, End: h.TryEnd.Offset)).Distinct().ToArray();
        var handlers = body.ExceptionHandlers
            .Select(h => (Start: h.HandlerStart.Offset, End: h.HandlerEnd?.Offset ?? body.CodeSize, Try: (Start: h.TryStart.Offset, End: h.TryEnd.Offset)))
            .ToArray();
        foreach (var region in tries)
        {
            int depth = tries.Count(outer => outer.Start <= region.Start && region.End <= outer.End)
                + handlers.Where(outer => outer.Start <= region.Start && region.End <= outer.End).Select(outer => outer.Try).Distinct().Count();
            if (depth > MaxTryDepth)
            {
                Find("try-depth", where, $"try blocks nested {depth} deep, {MaxTryDepth} is the limit");
                return;
            }
        }
    }

    private void CheckInstruction(Instruction instruction, MethodDefinition method, string where)
    {
        switch (instruction.Operand)
        {
            case Instruction[] targets when targets.Length > MaxSwitchCases:
                Find("switch", where, $"a switch of {targets.Length} cases, {MaxSwitchCases} is the limit");
                break;
            case GenericInstanceMethod call:
                Find("generic-method", where, $"calls the generic method {call.FullName}");
                break;
            case MethodReference call:
                CheckOperandType(call.DeclaringType, where);
                break;
            case FieldReference field:
                CheckOperandType(field.DeclaringType, where);
                break;
            case TypeReference type:
                CheckOperandType(type, where);
                break;
            case string text when text.Contains('\0'):
                Find("string-zero", where, "a string literal with a zero in it is cut there");
                break;
        }

        switch (instruction.OpCode.Code)
        {
            case Code.Box:
                if (method.DeclaringType.FullName == _loopType)
                    Find("box", where, $"boxes {instruction.Operand}");
                else
                    Note("box", where, $"boxes {instruction.Operand}");
                break;
            case Code.Calli or Code.Localloc or Code.Cpblk or Code.Initblk or Code.Cpobj or Code.Mkrefany or Code.Refanyval or Code.Arglist or Code.Jmp or Code.Volatile:
                Find("opcode", where, $"the IL instruction {instruction.OpCode.Name} is not supported");
                break;
            case Code.Ldtoken when instruction.Operand is FieldReference data && data.Resolve()?.InitialValue is { } bytes && bytes.Length > MaxArrayData:
                Find("array-data", where, $"an array of {bytes.Length} bytes of initial data, {MaxArrayData} is the limit: it is copied to the heap");
                break;
            default:
                if (instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal))
                    Find("checked", where, $"{instruction.OpCode.Name}: checked arithmetic never throws on the device");
                break;
        }
    }

    // A member's owner: plain types are seen where they are declared, and a struct's instance needs a local, which is seen there.
    private void CheckOperandType(TypeReference type, string where)
    {
        if (type is GenericInstanceType or GenericParameter or ArrayType or PointerType)
            CheckSignature(type, where, "an operand");
    }

    private void CheckStrings()
    {
        int bytes = _module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
            .Select(i => i.Operand).OfType<string>().Distinct().Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        if (bytes > MaxStringBytes)
            Find("strings", _module.Name, $"{bytes} bytes of string literals, {MaxStringBytes} is the limit");
    }
}
