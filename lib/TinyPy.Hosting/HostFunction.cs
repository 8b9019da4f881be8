// Functions of the application that a script may call. Invariants: a script finds a function only if the policy grants its permission, and asks again
// at each call; arguments have the declared types before the delegate runs.
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace TinyPy.Hosting;

/// <summary>A parameter of a <see cref="HostFunction"/>.</summary>
/// <param name="Name">Its name in the script.</param>
/// <param name="Type">bool, int, long, double, string, byte[], object[] (a tuple), List&lt;object?&gt;, ScriptDict, or object for any of them; a nullable one takes None.</param>
/// <param name="IsOptional">It has a default.</param>
/// <param name="Default">The default.</param>
public sealed record HostParameter(string Name, Type Type, bool IsOptional, object? Default);

/// <summary>A function of the application that a script may call: <c>from app import read_temperature</c>.</summary>
public sealed class HostFunction
{
    /// <summary>The module that functions stand in unless another one is named.</summary>
    public const string DefaultModule = "app";

    private static readonly Type[] s_types = [typeof(bool), typeof(int), typeof(long), typeof(double), typeof(string), typeof(byte[]), typeof(object[]), typeof(List<object?>), typeof(ScriptDict), typeof(object)];

    private readonly Delegate _function;
    private readonly bool[] _nullable;

    private HostFunction(string name, string module, string permission, Delegate function, ImmutableArray<HostParameter> parameters, bool[] nullable)
    {
        Name = name;
        Module = module;
        Permission = permission;
        Parameters = parameters;
        _function = function;
        _nullable = nullable;
    }

    /// <summary>Its name in the script.</summary>
    public string Name { get; }

    /// <summary>The module that a script imports it from.</summary>
    public string Module { get; }

    /// <summary>What a policy grants under "host" so that a script may call it.</summary>
    public string Permission { get; }

    /// <summary>Its parameters.</summary>
    public ImmutableArray<HostParameter> Parameters { get; }

    /// <summary>What <c>host.call</c> finds it by: module, a dot, name.</summary>
    internal string Key => $"{Module}.{Name}";

    /// <summary>Declares a function.</summary>
    /// <param name="name">Its name in the script: letters, digits and underscores.</param>
    /// <param name="function">What runs, on the thread that runs the script, while the script waits. Its parameter types are checked before; what it returns must be able to cross
    /// (see <see cref="Sandbox.SetGlobal"/>). A <see cref="HostFunctionException"/> raises RuntimeError with its message in the script; any other exception raises one that says only the
    /// exception's type.</param>
    /// <param name="permission">What the policy must grant under "host"; the function's own name if left out.</param>
    /// <param name="module">The module that scripts import it from.</param>
    /// <exception cref="ArgumentException">A name is no identifier, or a parameter has a type that cannot cross.</exception>
    public static HostFunction Create(string name, Delegate function, string? permission = null, string module = DefaultModule)
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckName(name, nameof(name));
        CheckName(module, nameof(module));
        NullabilityInfoContext nullability = new();
        ImmutableArray<HostParameter>.Builder parameters = ImmutableArray.CreateBuilder<HostParameter>();
        List<bool> nullable = [];
        foreach (ParameterInfo parameter in function.Method.GetParameters())
        {
            Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            if (Array.IndexOf(s_types, type) < 0)
            {
                throw new ArgumentException($"The parameter '{parameter.Name}' of {name} is a {parameter.ParameterType.Name}, which no script can give: use bool, int, long, double, string, byte[], object?[], List<object?>, ScriptDict or object.", nameof(function));
            }

            string shown = parameter.Name is { Length: > 0 } given && IsName(given) ? given : $"a{parameter.Position}";
            parameters.Add(new HostParameter(shown, type, parameter.HasDefaultValue, parameter.HasDefaultValue ? parameter.DefaultValue : null));
            nullable.Add(type != parameter.ParameterType || (!type.IsValueType && nullability.Create(parameter).WriteState != NullabilityState.NotNull));
        }

        return new HostFunction(name, module, permission ?? name, function, parameters.ToImmutable(), [.. nullable]);
    }

    /// <summary>The module that the script imports, as source: one function for each that is granted.</summary>
    internal static string ModuleSource(IEnumerable<HostFunction> functions)
    {
        StringBuilder source = new("import host\n");
        foreach (HostFunction function in functions)
        {
            string list = string.Join(", ", function.Parameters.Select(p => p.IsOptional ? $"{p.Name}={Literal(p.Default)}" : p.Name));
            string names = string.Concat(function.Parameters.Select(p => ", " + p.Name));
            source.Append(CultureInfo.InvariantCulture, $"\n\ndef {function.Name}({list}):\n    return host.call('{function.Key}'{names})\n");
        }

        return source.ToString();
    }

    /// <summary>Calls it with values as they came from the script. A text instead of a result: the arguments are not what is declared.</summary>
    internal object? Invoke(ReadOnlySpan<object?> arguments, out string? wrong)
    {
        wrong = null;
        if (arguments.Length > Parameters.Length)
        {
            wrong = $"{Name}() takes {Parameters.Length} argument{(Parameters.Length == 1 ? string.Empty : "s")} but {arguments.Length} were given";
            return null;
        }

        object?[] values = new object?[Parameters.Length];
        for (int i = 0; i < values.Length; i++)
        {
            HostParameter parameter = Parameters[i];
            if (i >= arguments.Length)
            {
                if (!parameter.IsOptional)
                {
                    wrong = $"{Name}() missing argument '{parameter.Name}'";
                    return null;
                }

                values[i] = parameter.Default;
            }
            else if (!Convert(arguments[i], parameter.Type, _nullable[i], out values[i]))
            {
                wrong = $"{Name}() argument '{parameter.Name}' must be {PythonName(parameter.Type)}, not {PythonName(arguments[i]?.GetType())}";
                return null;
            }
        }

        return _function.Method.Invoke(_function.Target, BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture);
    }

    private static bool Convert(object? value, Type type, bool nullable, out object? converted)
    {
        converted = value;
        if (value is null)
        {
            return nullable || type == typeof(object);
        }

        if (type == typeof(object) || type.IsInstanceOfType(value))
        {
            return true;
        }

        if (value is bool flag && type != typeof(bool))
        {
            value = flag ? 1L : 0L;
        }

        if (value is long number)
        {
            converted = type == typeof(long) ? number : type == typeof(int) && number is >= int.MinValue and <= int.MaxValue ? (int)number : type == typeof(double) ? (double)number : null;
            return converted is not null;
        }

        return false;
    }

    private static string PythonName(Type? type) =>
        type is null ? "NoneType" : type == typeof(bool) ? "bool" : type == typeof(int) ? "int of 32 bits" : type == typeof(long) ? "int" : type == typeof(double) ? "float" : type == typeof(string) ? "str"
        : type == typeof(byte[]) ? "bytes" : type == typeof(object[]) ? "tuple" : type == typeof(List<object?>) ? "list" : type == typeof(ScriptDict) ? "dict" : "object";

    private static string Literal(object? value) => value switch
    {
        null => "None",
        bool flag => flag ? "True" : "False",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny(".eE") < 0 ? text + ".0" : text : "None",
        string text => "'" + string.Concat(text.Select(c => c is >= ' ' and <= '~' and not '\'' and not '\\' ? c.ToString() : $"\\u{(int)c:x4}")) + "'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "None",
    };

    private static void CheckName(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (!IsName(name))
        {
            throw new ArgumentException($"'{name}' is no name for a script: use letters, digits and underscores.", parameter);
        }
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 100 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
