// Rules about types and signatures: generics, structs, arrays of more than one dimension, and the number of members.
using Mono.Cecil;

namespace TinyPy.Portability;

internal sealed partial class Gate
{
    private void CheckType(TypeDefinition type)
    {
        if (IsArrayData(type))
            return;
        string where = type.FullName;
        if (type.HasGenericParameters)
            Find("generic-type", where, "a generic type crashes at load");
        if (type.IsValueType && !type.IsEnum)
            Find("struct", where, "a struct's copies can alias; use a class or primitive arrays");
        if (type.IsExplicitLayout)
            Find("layout", where, "explicit layout is not supported");
        if (type.Methods.Count > MaxMembers)
            Find("members", where, $"{type.Methods.Count} methods, {MaxMembers} is the limit");
        int fields = type.Fields.Count(f => !f.HasConstant);
        if (fields > MaxMembers)
            Find("members", where, $"{fields} fields, {MaxMembers} is the limit");
        if (type.BaseType is not null)
            CheckSignature(type.BaseType, where, "base");
        foreach (InterfaceImplementation implemented in type.Interfaces)
            CheckSignature(implemented.InterfaceType, where, "interface");
        foreach (FieldDefinition field in type.Fields)
            CheckSignature(field.FieldType, $"{where}.{field.Name}", "field");
    }

    // Any type that stands in a signature: of a field, a parameter, a result, a local, an operand.
    private void CheckSignature(TypeReference type, string where, string role)
    {
        switch (type)
        {
            case GenericInstanceType:
                Find("generic-type", where, $"{role} of the generic type {type.FullName}");
                break;
            case GenericParameter:
                Find("generic-type", where, $"{role} of the type parameter {type.Name}");
                break;
            case FunctionPointerType:
                Find("pointer", where, $"{role} is a function pointer");
                break;
            case PointerType:
                Find("pointer", where, $"{role} is a pointer");
                break;
            case ArrayType array:
                if (!array.IsVector)
                    Find("array-rank", where, $"{role} is an array of {array.Rank} dimensions, which crashes at load");
                CheckSignature(array.ElementType, where, $"{role}: array element");
                break;
            case TypeSpecification inner:
                CheckSignature(inner.ElementType, where, role);
                break;
            default:
                if (IsStruct(type))
                    Find("struct", where, $"{role} is the struct {type.FullName}, whose copies can alias");
                break;
        }
    }

    private static bool IsStruct(TypeReference type)
    {
        if (type.IsPrimitive || !type.IsValueType || type.MetadataType == MetadataType.Void)
            return false;
        return !IsArrayData(type) && type.Resolve() is { IsEnum: false };
    }
}
