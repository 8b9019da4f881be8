// Constants of the program and the folding of constant expressions.
// Invariants: equal constants (by type and bits) are one entry; nothing is folded that would raise, leave 64 bits or grow beyond MaxFolded bytes.

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TinyPy.Compiler.Resolve;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Emit;

/// <summary>A tuple of constant values.</summary>
internal sealed record ConstantTuple(ImmutableArray<object?> Items);

/// <summary>The value that stands for none: a keyword-only parameter without a default.</summary>
internal sealed class UnboundConstant
{
    public static UnboundConstant Instance { get; } = new();
}

/// <summary>Names of keyword arguments.</summary>
internal sealed record ConstantNames(ImmutableArray<string> Names);

/// <summary>One constant. <see cref="Items"/> are a tuple's.</summary>
internal sealed record ConstantEntry(int Id, object? Value, ImmutableArray<ConstantEntry> Items)
{
    public bool Equals(ConstantEntry? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id;
}

/// <summary>Makes equal constants one.</summary>
internal sealed class ConstantPool
{
    private readonly Dictionary<string, ConstantEntry> _entries = [];

    public ConstantEntry Get(object? value)
    {
        ImmutableArray<ConstantEntry> items = value is ConstantTuple tuple ? [.. tuple.Items.Select(Get)] : [];
        string key = value switch
        {
            null => "n",
            bool b => b ? "t" : "f",
            long i => "i" + i.ToString(CultureInfo.InvariantCulture),
            double d => "d" + BitConverter.DoubleToInt64Bits(d).ToString("x", CultureInfo.InvariantCulture),
            string s => "s" + s,
            byte[] bytes => "b" + Convert.ToHexString(bytes),
            ConstantTuple => "(" + string.Join(',', items.Select(i => i.Id)),
            ConstantNames names => "k" + string.Join(',', names.Names),
            UnboundConstant => "u",
            _ => "e",
        };
        if (!_entries.TryGetValue(key, out ConstantEntry? entry))
        {
            _entries[key] = entry = new ConstantEntry(_entries.Count, value, items);
        }

        return entry;
    }
}

/// <summary>Evaluates expressions whose value is known when the program is compiled.</summary>
internal sealed class Folding(Resolver resolver, CompileOptions options)
{
    private const int MaxFolded = 4096;
    private const int MaxTuple = 64;
    private const long ExactDouble = 1L << 53;

    private readonly Dictionary<Expr, (bool Known, object? Value)> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value of a constant expression.</summary>
    public bool TryFold(Expr expression, Scope scope, out object? value)
    {
        switch (expression)
        {
            case Constant constant:
                value = constant.Value;
                return true;
            case Name or BinOp or UnaryOp or TupleExpr or Compare or JoinedStr:
                if (!_known.TryGetValue(expression, out (bool Known, object? Value) found))
                {
                    found = (Fold(expression, scope, out object? computed), computed);
                    _known[expression] = found;
                }

                value = found.Value;
                return found.Known;
            default:
                value = null;
                return false;
        }
    }

    /// <summary>Whether an operation of constants certainly leaves 64 bits.</summary>
    public bool Overflows(BinOp op, Scope scope) =>
        op.Op is BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Mult or BinaryOperator.LShift or BinaryOperator.Pow
        && TryFold(op.Left, scope, out object? left) && left is long a && TryFold(op.Right, scope, out object? right) && right is long b
        && a != 0 && (op.Op is not (BinaryOperator.LShift or BinaryOperator.Pow) || (b >= 0 && (op.Op == BinaryOperator.LShift || (a is not (1 or -1)))))
        && FoldInts(op.Op, a, b) is null;

    /// <summary>Python's truth of a constant.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool b => b,
        long i => i != 0,
        double d => d != 0,
        string s => s.Length > 0,
        byte[] bytes => bytes.Length > 0,
        ConstantTuple tuple => tuple.Items.Length > 0,
        _ => true,
    };

    /// <summary>The text that a body starts with, or null.</summary>
    public static string? Docstring(ImmutableArray<Stmt> body) => body is [ExprStmt { Value: Constant { Value: string text } }, ..] ? text : null;

    private bool Fold(Expr expression, Scope scope, out object? value)
    {
        value = null;
        switch (expression)
        {
            case Name name:
                return FoldName(scope, scope.Mangle(name.Id), out value);
            case UnaryOp op when TryFold(op.Operand, scope, out object? operand):
                return FoldUnary(op.Op, operand, out value);
            case BinOp op when TryFold(op.Left, scope, out object? left) && TryFold(op.Right, scope, out object? right):
                return FoldBinary(op.Op, left, right, out value);
            case Compare { Ops.Length: 1 } compare when TryFold(compare.Left, scope, out object? left)
                && TryFold(compare.Comparators[0], scope, out object? right):
                return FoldCompare(compare.Ops[0], left, right, out value);
            case TupleExpr tuple when tuple.Elements.Length <= MaxTuple:
                ImmutableArray<object?>.Builder items = ImmutableArray.CreateBuilder<object?>();
                foreach (Expr element in tuple.Elements)
                {
                    if (!TryFold(element, scope, out object? item))
                    {
                        return false;
                    }

                    items.Add(item);
                }

                value = new ConstantTuple(items.ToImmutable());
                return true;
            case JoinedStr joined when joined.Values.All(v => v is Constant):
                value = string.Concat(joined.Values.Select(v => (string)((Constant)v).Value!));
                return true;
            default:
                return false;
        }
    }

    private bool FoldName(Scope scope, string name, out object? value)
    {
        value = null;
        if (name is not ("__name__" or "__doc__" or "__debug__" or "__qualname__" or "__module__") || resolver.Lookup(scope, name).Kind != BindingKind.Undefined)
        {
            return false;
        }

        value = name switch
        {
            "__debug__" => !options.StripAsserts,
            "__doc__" => Docstring(scope.Module.Tree.Body),
            "__qualname__" => scope.Frame.QualifiedName,
            _ => scope.Module.Name,
        };
        return true;
    }

    private static bool FoldUnary(UnaryOperator op, object? operand, out object? value)
    {
        value = (op, operand) switch
        {
            (UnaryOperator.Not, _) => !IsTrue(operand),
            (UnaryOperator.USub, long i) when i != long.MinValue => -i,
            (UnaryOperator.USub, double d) => -d,
            (UnaryOperator.UAdd, long or double) => operand,
            (UnaryOperator.Invert, long i) => ~i,
            _ => null,
        };
        return value is not null;
    }

    private static bool FoldCompare(CompareOperator op, object? left, object? right, out object? value)
    {
        value = null;
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq))
        {
            return false;
        }

        bool? equal = (left, right) switch
        {
            (string a, string b) => a == b,
            (long a, long b) => a == b,
            _ => null,
        };
        value = equal is null ? null : equal == (op == CompareOperator.Eq);
        return value is not null;
    }

    private static bool FoldBinary(BinaryOperator op, object? left, object? right, out object? value)
    {
        value = (left, right) switch
        {
            (long a, long b) => FoldInts(op, a, b),
            (double a, double b) => FoldFloats(op, a, b),
            (long a, double b) when Math.Abs(a) <= ExactDouble => FoldFloats(op, a, b),
            (double a, long b) when Math.Abs(b) <= ExactDouble => FoldFloats(op, a, b),
            (string a, string b) when op == BinaryOperator.Add && Fits(a, b) => a + b,
            (string a, long b) when op == BinaryOperator.Mult => Repeat(a, b),
            (long a, string b) when op == BinaryOperator.Mult => Repeat(b, a),
            _ => null,
        };
        return value is not null;
    }

    private static bool Fits(string a, string b) => Encoding.UTF8.GetByteCount(a) + Encoding.UTF8.GetByteCount(b) <= MaxFolded;

    private static string? Repeat(string text, long count)
    {
        if (count <= 0 || text.Length == 0)
        {
            return string.Empty;
        }

        return count <= MaxFolded && Encoding.UTF8.GetByteCount(text) * count <= MaxFolded
            ? new StringBuilder().Insert(0, text, (int)count).ToString()
            : null;
    }

    private static object? FoldFloats(BinaryOperator op, double a, double b)
    {
        double? result = op switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Sub => a - b,
            BinaryOperator.Mult => a * b,
            BinaryOperator.Div when b != 0 => a / b,
            _ => null,
        };
        return result is { } r && double.IsFinite(r) ? r : null;
    }

    private static object? FoldInts(BinaryOperator op, long a, long b)
    {
        Int128 wide;
        switch (op)
        {
            case BinaryOperator.Add:
                wide = (Int128)a + b;
                break;
            case BinaryOperator.Sub:
                wide = (Int128)a - b;
                break;
            case BinaryOperator.Mult:
                wide = (Int128)a * b;
                break;
            case BinaryOperator.FloorDiv when b != 0:
                wide = (Int128)a / b;
                wide -= (Int128)a % b != 0 && (a < 0) != (b < 0) ? 1 : 0;
                break;
            case BinaryOperator.Mod when b != 0:
                wide = (Int128)a % b;
                wide += wide != 0 && (a < 0) != (b < 0) ? b : 0;
                break;
            case BinaryOperator.Div when b != 0 && Math.Abs((double)a) <= ExactDouble && Math.Abs((double)b) <= ExactDouble:
                return (double)a / b;
            case BinaryOperator.LShift when b is >= 0 and < 64:
                wide = (Int128)a << (int)b;
                break;
            case BinaryOperator.RShift when b >= 0:
                wide = a >> (int)Math.Min(b, 63);
                break;
            case BinaryOperator.BitAnd:
                wide = a & b;
                break;
            case BinaryOperator.BitOr:
                wide = a | b;
                break;
            case BinaryOperator.BitXor:
                wide = a ^ b;
                break;
            case BinaryOperator.Pow when b is >= 0 and < 64:
                wide = 1;
                for (long i = 0; i < b && wide >= long.MinValue && wide <= long.MaxValue; i++)
                {
                    wide *= a;
                }

                break;
            default:
                return null;
        }

        return wide >= long.MinValue && wide <= long.MaxValue ? (long)wide : null;
    }
}
