// The resolver's first pass: expressions, targets and imports.

using TinyPy.Compiler.Diagnostics;
using TinyPy.Compiler.Syntax;

namespace TinyPy.Compiler.Resolve;

internal sealed partial class ScopeBuilder
{
    private void Optional(Expr? expression)
    {
        if (expression is not null)
        {
            Expression(expression);
        }
    }

    private void Expressions(IEnumerable<Expr> expressions)
    {
        foreach (Expr expression in expressions)
        {
            Expression(expression);
        }
    }

    private void Expression(Expr expression)
    {
        switch (expression)
        {
            case Name name:
                Use(name.Id, name.Span);
                break;
            case BoolOp op:
                Expressions(op.Values);
                break;
            case NamedExpr named:
                Expression(named.Value);
                Walrus(named);
                break;
            case BinOp op:
                Expression(op.Left);
                Expression(op.Right);
                break;
            case UnaryOp op:
                Expression(op.Operand);
                break;
            case Lambda lambda:
                Function(lambda, ScopeKind.Lambda, "<lambda>", lambda.Parameters, () => Expression(lambda.Body));
                break;
            case IfExp choice:
                Expression(choice.Test);
                Expression(choice.Body);
                Expression(choice.OrElse);
                break;
            case DictExpr dict:
                foreach (DictItem item in dict.Items)
                {
                    Optional(item.Key);
                    Expression(item.Value);
                }

                break;
            case SetExpr set:
                Expressions(set.Elements);
                break;
            case ListComp comp:
                Comprehended(comp, ScopeKind.Comprehension, "<listcomp>", comp.Generators, () => Expression(comp.Element));
                break;
            case SetComp comp:
                Comprehended(comp, ScopeKind.Comprehension, "<setcomp>", comp.Generators, () => Expression(comp.Element));
                break;
            case DictComp comp:
                Comprehended(comp, ScopeKind.Comprehension, "<dictcomp>", comp.Generators, () =>
                {
                    Expression(comp.Key);
                    Expression(comp.Value);
                });
                break;
            case GeneratorExp comp:
                Comprehended(comp, ScopeKind.Generator, "<genexpr>", comp.Generators, () => Expression(comp.Element));
                break;
            case Yield yield:
                Yielding(yield.Span);
                Optional(yield.Value);
                break;
            case YieldFrom yield:
                Yielding(yield.Span);
                Expression(yield.Value);
                break;
            case Compare compare:
                Expression(compare.Left);
                Expressions(compare.Comparators);
                break;
            case Call call:
                Expression(call.Func);
                Expressions(call.Args);
                foreach (Keyword keyword in call.Keywords)
                {
                    Expression(keyword.Value);
                }

                break;
            case JoinedStr joined:
                Expressions(joined.Values);
                break;
            case FormattedValue formatted:
                Expression(formatted.Value);
                Optional(formatted.FormatSpec);
                break;
            case Imaginary imaginary:
                ImportFirst("_complex", "imaginary", ".imaginary");
                Use(".imaginary", imaginary.Span);
                break;
            case Constant { Value: "__doc__" }:
                _resolver.ReadsDocstrings = true;
                break;
            case AttributeExpr attribute:
                _resolver.ReadsDocstrings |= attribute.Attr == "__doc__";
                Expression(attribute.Value);
                NoteAttribute(attribute, false);
                break;
            case Subscript subscript:
                Expression(subscript.Value);
                Expression(subscript.Index);
                break;
            case Starred starred:
                Expression(starred.Value);
                break;
            case ListExpr list:
                Expressions(list.Elements);
                break;
            case TupleExpr tuple:
                Expressions(tuple.Elements);
                break;
            case Slice slice:
                Optional(slice.Lower);
                Optional(slice.Upper);
                Optional(slice.Step);
                break;
            default:
                break;
        }
    }

    private void NoteAttribute(AttributeExpr attribute, bool isBound)
    {
        if (attribute.Value is Name)
        {
            _resolver.Attributes.Add(new AttributeUse(_scope, attribute, isBound));
        }
    }

    private void Yielding(SourceSpan span)
    {
        string? inside = _scope.Kind switch
        {
            ScopeKind.Generator => "generator expression",
            ScopeKind.Comprehension => _scope.Node switch
            {
                ListComp => "list comprehension",
                SetComp => "set comprehension",
                _ => "dict comprehension",
            },
            _ => null,
        };
        if (inside is not null)
        {
            throw Error($"'yield' inside {inside}", span);
        }

        _scope.IsGenerator = true;
    }

    private void Comprehended(
        Expr node,
        ScopeKind kind,
        string name,
        System.Collections.Immutable.ImmutableArray<Comprehension> generators,
        Action element)
    {
        Expression(generators[0].Iter);
        Enter(kind, name, node, () =>
        {
            if (kind == ScopeKind.Generator)
            {
                Symbol first = _scope.Define(".0");
                first.IsParameter = true;
                first.Bindings++;
                _scope.Parameters.Add(first);
                _scope.IsGenerator = true;
            }

            for (int i = 0; i < generators.Length; i++)
            {
                if (i > 0)
                {
                    Expression(generators[i].Iter);
                }

                _loops++;
                Target(generators[i].Target);
                Expressions(generators[i].Ifs);
            }

            element();
            _loops -= generators.Length;
        });
    }

    // The target of := in a comprehension belongs to the function around it.
    private void Walrus(NamedExpr named)
    {
        Scope scope = _scope;
        while (scope.Kind is ScopeKind.Comprehension or ScopeKind.Generator)
        {
            scope = scope.Parent!;
        }

        if (scope != _scope)
        {
            if (scope.Kind == ScopeKind.Class)
            {
                throw Error("assignment expression within a comprehension cannot be used in a class body", named.Span);
            }

            Use(named.Target.Id, named.Target.Span);
        }

        Bind(scope, named.Target.Id);
    }

    private void Target(Expr target)
    {
        switch (target)
        {
            case Name name:
                Bind(name.Id, name.Span);
                break;
            case TupleExpr tuple:
                foreach (Expr item in tuple.Elements)
                {
                    Target(item);
                }

                break;
            case ListExpr list:
                foreach (Expr item in list.Elements)
                {
                    Target(item);
                }

                break;
            case Starred starred:
                Target(starred.Value);
                break;
            case AttributeExpr attribute:
                Expression(attribute.Value);
                NoteAttribute(attribute, true);
                break;
            default:
                Expression(target);
                break;
        }
    }

    private void DeleteTarget(Expr target)
    {
        switch (target)
        {
            case Name name:
                if (Bind(name.Id, name.Span) is { } symbol)
                {
                    symbol.IsDeleted = true;
                    symbol.Bindings--;
                }

                Use(name.Id, name.Span);
                break;
            case TupleExpr tuple:
                foreach (Expr item in tuple.Elements)
                {
                    DeleteTarget(item);
                }

                break;
            case ListExpr list:
                foreach (Expr item in list.Elements)
                {
                    DeleteTarget(item);
                }

                break;
            default:
                Target(target);
                break;
        }
    }

    private void Use(string name, SourceSpan span)
    {
        name = _scope.Mangle(name);
        _scope.Uses.TryAdd(name, span);
        if (_caught == 0)
        {
            _scope.UncaughtUses.Add(name);
        }

        Weigh(name);
        if (name == "super" && _scope.Frame.Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Generator)
        {
            _scope.Uses.TryAdd("__class__", span);
        }
    }

    private void Weigh(string name)
    {
        Scope? scope = _scope;
        if (!scope.Symbols.ContainsKey(name) && scope.Kind == ScopeKind.Comprehension)
        {
            scope = scope.Frame;
        }

        _resolver.AddWeight(scope, name, 1 + Math.Min(_loops, 8));
    }

    private Symbol? Bind(string name, SourceSpan span)
    {
        _scope.Uses.TryAdd(_scope.Mangle(name), span);
        Weigh(_scope.Mangle(name));
        return Bind(_scope, name);
    }

    // Null if the variable belongs to another function: Resolver counts that binding.
    private Symbol? Bind(Scope scope, string name)
    {
        name = scope.Mangle(name);
        if (scope.Declared.TryGetValue(name, out bool isGlobal))
        {
            if (!isGlobal)
            {
                _resolver.OuterBindings.Add((scope, name));
                return null;
            }

            Symbol global = _module.Scope.Define(name);
            global.Bindings++;
            global.IsShared = true;
            return global;
        }

        Symbol symbol = scope.Define(name);
        symbol.Bindings++;
        return symbol;
    }

    private void ImportModule(Alias alias)
    {
        ImportTarget target = _resolver.FindModule(_module, alias.Name, alias.Span);
        BindImport(alias.AsName ?? alias.Name, alias.Span, target);
    }

    private void ImportMembers(ImportFrom import)
    {
        if (import.Level > 0 || import.Module is null)
        {
            throw Unsupported("relative imports are not supported by TinyPy: name the module without dots", import.Span);
        }

        ImportTarget target = _resolver.FindModule(_module, import.Module, import.ModuleSpan);
        if (import.Names is [{ Name: "*" }] && target.Module is { IsLibrary: false })
        {
            throw Unsupported("'import *' from a file of the program is not supported by TinyPy: name what is imported", import.Names[0].Span);
        }

        foreach (Alias alias in Resolver.ImportedNames(target, import))
        {
            ImportTarget member = target.Module is null
                ? _resolver.FindMember(_module, target.Builtin, alias.Name, alias.Span)
                : target with { Member = alias.Name };
            if (member.Member is not null)
            {
                _resolver.MemberImports.Add((_module, alias, member.Module!));
            }

            BindImport(alias.AsName ?? alias.Name, alias.Span, member);
        }
    }

    private void BindImport(string name, SourceSpan span, ImportTarget target)
    {
        if (Bind(name, span) is not { } symbol)
        {
            return;
        }

        if (symbol.ImportBindings == 0)
        {
            symbol.Import = target;
        }

        if (symbol.Import == target)
        {
            symbol.ImportBindings++;
        }
    }
}
