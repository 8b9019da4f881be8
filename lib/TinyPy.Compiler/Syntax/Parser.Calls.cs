// Argument lists, parameter lists and lambdas.

using System.Collections.Immutable;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

public sealed partial class Parser
{
    // At "(". Also for the bases of a class.
    private (ImmutableArray<Expr> Args, ImmutableArray<Keyword> Keywords, int Height) ParseArguments(bool isClass = false)
    {
        int open = Next().Start;
        _brackets++;
        ImmutableArray<Expr>.Builder args = ImmutableArray.CreateBuilder<Expr>();
        ImmutableArray<Keyword>.Builder keywords = ImmutableArray.CreateBuilder<Keyword>();
        HashSet<string>? seen = null;
        int height = 0;
        while (Kind != TokenKind.RParen)
        {
            if (args.Count + keywords.Count >= SyntaxLimits.MaxArguments)
            {
                throw TooMany(Current.Span, "call has too many arguments", SyntaxLimits.MaxArguments);
            }

            int start = Current.Start;
            if (Accept(TokenKind.DoubleStar))
            {
                Expr value = ParseExpression();
                keywords.Add(new Keyword(From(start), null, value));
                height = Math.Max(height, value.Height);
            }
            else if (Kind == TokenKind.Name && PeekKind() == TokenKind.Assign)
            {
                Keyword keyword = ParseKeyword();
                seen ??= [];
                if (!seen.Add(keyword.Name!))
                {
                    CompileError(keyword.Span, $"keyword argument repeated: {keyword.Name}");
                }

                keywords.Add(keyword);
                height = Math.Max(height, keyword.Value.Height);
            }
            else
            {
                Expr argument = ParsePositional(open, args, keywords, isClass);
                args.Add(argument);
                height = Math.Max(height, argument.Height);
            }

            if (Kind != TokenKind.RParen && !Accept(TokenKind.Comma))
            {
                throw Invalid();
            }
        }

        CloseBracket(TokenKind.RParen);
        return (args.ToImmutable(), keywords.ToImmutable(), height);
    }

    private Keyword ParseKeyword()
    {
        Token name = Next();
        Token equals = Next();
        if (Kind is TokenKind.Comma or TokenKind.RParen)
        {
            throw Error(SourceSpan.Cover(name.Span, equals.Span), "expected argument value expression");
        }

        Expr value = ParseExpression();
        if (Kind == TokenKind.For)
        {
            throw Error(SourceSpan.Cover(name.Span, equals.Span), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }

        string text = TextOf(name);
        CheckBinding(text, name.Span);
        return new Keyword(From(name.Start), text, value);
    }

    private Expr ParsePositional(int open, ImmutableArray<Expr>.Builder args, ImmutableArray<Keyword>.Builder keywords, bool isClass)
    {
        int start = Current.Start;
        bool unpacked = keywords.Count > 0 && keywords[^1].Name is null;
        if (Accept(TokenKind.Star))
        {
            if (keywords.Any(keyword => keyword.Name is null))
            {
                throw Error(From(start), "iterable argument unpacking follows keyword argument unpacking");
            }

            Expr value = ParseExpression();
            return new Starred(From(start), value) { Height = Above(value) };
        }

        Token first = Current;
        Expr argument = ParseNamedExpression(allowAssign: true);
        if (Kind == TokenKind.Assign)
        {
            SourceSpan span = new(start, Current.End);
            throw first.Kind is TokenKind.True or TokenKind.False or TokenKind.None && argument is Constant
                ? Error(span, $"cannot assign to {Describe(argument)}")
                : Error(span, "expression cannot contain assignment, perhaps you meant \"==\"?");
        }

        if (Kind is TokenKind.For or TokenKind.Async && !isClass)
        {
            argument = ParseBareGenerator(open, start, argument, args.Count + keywords.Count > 0);
        }

        if (keywords.Count > 0)
        {
            throw Error(argument.Span, $"positional argument follows keyword argument{(unpacked ? " unpacking" : string.Empty)}");
        }

        return argument;
    }

    private GeneratorExp ParseBareGenerator(int open, int start, Expr element, bool hasOthers)
    {
        ImmutableArray<Comprehension> generators = ParseComprehension(element, start, "generator expression", out int height);
        if (hasOthers || Kind == TokenKind.Comma)
        {
            throw Error(From(start), "Generator expression must be parenthesized");
        }

        if (Kind != TokenKind.RParen)
        {
            throw Invalid();
        }

        return new GeneratorExp(new SourceSpan(open, Current.End), element, generators) { Height = height };
    }

    private Lambda ParseLambda()
    {
        int start = Next().Start;
        Scope scope = new(ScopeKind.Lambda);
        Parameters parameters = ParseParameters(scope, TokenKind.Colon, out int height);
        ForceColon();
        Scope outer = _scope;
        _scope = scope;
        Expr body = ParseExpression();
        _scope = outer;
        return new Lambda(From(start), parameters, body) { Height = Above(Math.Max(height, body.Height)) };
    }

    // Up to the closing token, which is not consumed: ")" for def, ":" for lambda.
    private Parameters ParseParameters(Scope scope, TokenKind close, out int height)
    {
        ParameterList list = new();
        bool isLambda = close == TokenKind.Colon;
        int start = Current.Start;
        int count = 0;
        while (Kind != close)
        {
            if (list.KwArg is not null)
            {
                throw Kind is TokenKind.Name or TokenKind.Star or TokenKind.DoubleStar or TokenKind.Slash
                    ? Error(Current.Span, "arguments cannot follow var-keyword argument")
                    : Invalid();
            }

            ParseParameter(list, scope, isLambda, close);
            if (++count > SyntaxLimits.MaxParameters + 2)
            {
                throw TooMany(Current.Span, "function has too many parameters", SyntaxLimits.MaxParameters);
            }

            if (Kind != close && !Accept(TokenKind.Comma))
            {
                throw Kind == TokenKind.LParen && !isLambda ? Error(Current.Span, "invalid syntax") : Invalid();
            }
        }

        if (scope.Parameters.Count > SyntaxLimits.MaxParameters)
        {
            throw TooMany(From(start), "function has too many parameters", SyntaxLimits.MaxParameters);
        }

        height = list.Height;
        return list.Build(new SourceSpan(start, Math.Max(start, LastEnd)));
    }

    private void ParseParameter(ParameterList list, Scope scope, bool isLambda, TokenKind close)
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Slash:
                Next();
                list.MarkPositionalOnly(message => Error(token.Span, message));
                if (Kind == TokenKind.Star)
                {
                    throw Error(Current.Span, "expected comma between / and *");
                }

                break;
            case TokenKind.Star:
                Next();
                ParseStarParameter(list, scope, isLambda, close, token);
                break;
            case TokenKind.DoubleStar:
                Next();
                list.KwArg = ParsePlainParameter(scope, isLambda, allowStar: false);
                if (Kind == TokenKind.Assign)
                {
                    throw Error(Current.Span, "var-keyword argument cannot have default value");
                }

                break;
            case TokenKind.LParen:
                throw ParenthesizedParameter(isLambda);
            default:
                ParseOrdinaryParameter(list, scope, isLambda, close);
                break;
        }
    }

    private void ParseStarParameter(ParameterList list, Scope scope, bool isLambda, TokenKind close, Token star)
    {
        if (list.KeywordOnly)
        {
            throw Error(star.Span, "* argument may appear only once");
        }

        list.KeywordOnly = true;
        if (Kind == TokenKind.Name)
        {
            list.VarArg = ParsePlainParameter(scope, isLambda, allowStar: true);
            if (Kind == TokenKind.Assign)
            {
                throw Error(Current.Span, "var-positional argument cannot have default value");
            }
        }
        else if (Kind == close || (Kind == TokenKind.Comma && (PeekKind() == close || PeekKind() == TokenKind.DoubleStar)))
        {
            throw Error(star.Span, "named arguments must follow bare *");
        }
        else if (Kind != TokenKind.Comma)
        {
            throw Invalid();
        }
    }

    private void ParseOrdinaryParameter(ParameterList list, Scope scope, bool isLambda, TokenKind close)
    {
        Parameter parameter = ParsePlainParameter(scope, isLambda, allowStar: false);
        Expr? value = null;
        if (Kind == TokenKind.Assign)
        {
            SourceSpan equals = Next().Span;
            if (Kind is TokenKind.Comma or TokenKind.RParen || (isLambda && Kind == TokenKind.Colon))
            {
                throw Error(equals, "expected default value expression");
            }

            value = ParseExpression();
        }

        if (value is null && !list.KeywordOnly && list.Defaults.Count > 0 && (Kind == TokenKind.Comma || Kind == close))
        {
            throw Error(parameter.Span, "non-default argument follows default argument");
        }

        list.Add(parameter, value);
    }

    private Parameter ParsePlainParameter(Scope scope, bool isLambda, bool allowStar)
    {
        (string name, SourceSpan span) = ExpectName();
        CheckBinding(name, span);
        if (!scope.Parameters.Add(name))
        {
            SymbolError(span, $"duplicate argument '{name}' in function definition");
        }

        Expr? annotation = null;
        if (!isLambda && Accept(TokenKind.Colon))
        {
            annotation = allowStar ? ParseStarExpression() : ParseExpression();
        }

        return new Parameter(From(span.Start), name, annotation);
    }

    private CompileException ParenthesizedParameter(bool isLambda)
    {
        int partner = Current.Partner;
        for (int i = _position + 1; i < partner; i++)
        {
            if (_tokens[i].Kind is not (TokenKind.Name or TokenKind.Comma))
            {
                return Invalid();
            }
        }

        string what = isLambda ? "Lambda expression" : "Function";
        return partner <= _position + 1
            ? Invalid()
            : Error(SourceSpan.Cover(Current.Span, _tokens[partner].Span), $"{what} parameters cannot be parenthesized");
    }

    /// <summary>Collects parameters while the kinds of the coming ones are still open.</summary>
    private sealed class ParameterList
    {
        private readonly ImmutableArray<Parameter>.Builder _args = ImmutableArray.CreateBuilder<Parameter>();
        private readonly ImmutableArray<Parameter>.Builder _kwOnly = ImmutableArray.CreateBuilder<Parameter>();
        private readonly ImmutableArray<Expr?>.Builder _kwDefaults = ImmutableArray.CreateBuilder<Expr?>();
        private ImmutableArray<Parameter>? _posOnly;

        public ImmutableArray<Expr>.Builder Defaults { get; } = ImmutableArray.CreateBuilder<Expr>();

        public bool KeywordOnly { get; set; }

        public Parameter? VarArg { get; set; }

        public Parameter? KwArg { get; set; }

        public int Height { get; private set; }

        public void MarkPositionalOnly(Func<string, CompileException> error)
        {
            if (KeywordOnly)
            {
                throw error(_posOnly is null ? "/ must be ahead of *" : "/ may appear only once");
            }

            if (_posOnly is not null)
            {
                throw error("/ may appear only once");
            }

            if (_args.Count == 0)
            {
                throw error("at least one argument must precede /");
            }

            _posOnly = _args.ToImmutable();
            _args.Clear();
        }

        public void Add(Parameter parameter, Expr? value)
        {
            Height = Math.Max(Height, value?.Height ?? 0);
            if (KeywordOnly)
            {
                _kwOnly.Add(parameter);
                _kwDefaults.Add(value);
                return;
            }

            _args.Add(parameter);
            if (value is not null)
            {
                Defaults.Add(value);
            }
        }

        public Parameters Build(SourceSpan span) => new(
            span,
            _posOnly ?? [],
            _args.ToImmutable(),
            VarArg,
            _kwOnly.ToImmutable(),
            _kwDefaults.ToImmutable(),
            KwArg,
            Defaults.ToImmutable());
    }
}
