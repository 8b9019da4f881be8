"""Checks the recorded cases beside this file against Python 3.11: `python3.11 check.py`. Not needed to run the tests.

trees.txt and mutations.txt hold the tree in the notation of AstDump.cs, or the line and the message of the error. In errors.txt the column is
TinyPy's own and is not compared.
"""
import ast
import pathlib
import struct
import sys
import warnings

warnings.simplefilter("ignore")


def items(l):
    return '[' + ' '.join((dump(x) for x in l)) + ']'


def make(n, *p):
    return n if not p else '(' + n + ' ' + ' '.join(p) + ')'


def quote(units, c):
    o = c
    for u in units:
        o += '\\%02x' % u if u < 32 or u >= 127 or chr(u) == c or (u == 92) else chr(u)
    return o + c


def constant(v):
    if v is None:
        return 'None'
    if v is True or v is False:
        return str(v)
    if isinstance(v, int):
        return str(v)
    if isinstance(v, float):
        if 0.0001 <= abs(v) < 1000000000000000.0:
            s = repr(v)
            if s.endswith('.0'):
                s = s[:-2]
            return 'f' + s
        return 'f%016x' % struct.unpack('<Q', struct.pack('<d', v))[0]
    if isinstance(v, str):
        b = v.encode('utf-16-le', 'surrogatepass')
        return quote([b[i] | b[i + 1] << 8 for i in range(0, len(b), 2)], "'")
    if isinstance(v, bytes):
        return quote(v, '"')
    if v is ...:
        return '...'
    return 'COMPLEX'


def arg(a):
    return a.arg if a.annotation is None else make('arg', a.arg, dump(a.annotation))


def params(a):
    return make('params', '[' + ' '.join(map(arg, a.posonlyargs)) + ']', '[' + ' '.join(map(arg, a.args)) + ']', '-' if a.vararg is None else arg(a.vararg), '[' + ' '.join(map(arg, a.kwonlyargs)) + ']', items(a.kw_defaults), '-' if a.kwarg is None else arg(a.kwarg), items(a.defaults))


def dump(n):
    if n is None:
        return '-'
    t = type(n).__name__
    g = lambda *f: make(t, *[items(getattr(n, x)) if isinstance(getattr(n, x), list) else dump(getattr(n, x)) if isinstance(getattr(n, x), ast.AST) or getattr(n, x) is None else str(getattr(n, x)) for x in f])
    op = lambda o: type(o).__name__
    if t == 'Module':
        return items(n.body)
    if t == 'FunctionDef':
        return make(t, n.name, params(n.args), items(n.body), items(n.decorator_list), dump(n.returns))
    if t == 'ClassDef':
        return make(t, n.name, items(n.bases), items(n.keywords), items(n.body), items(n.decorator_list))
    if t in ('Return', 'Expr', 'Yield', 'YieldFrom', 'Starred'):
        return g('value')
    if t == 'Delete':
        return g('targets')
    if t == 'Assign':
        return g('targets', 'value')
    if t == 'AugAssign':
        return make(t, dump(n.target), op(n.op), dump(n.value))
    if t == 'AnnAssign':
        return g('target', 'annotation', 'value', 'simple')
    if t == 'For':
        return g('target', 'iter', 'body', 'orelse')
    if t in ('While', 'If'):
        return g('test', 'body', 'orelse')
    if t == 'With':
        return g('items', 'body')
    if t == 'withitem':
        return make('item', dump(n.context_expr), dump(n.optional_vars))
    if t == 'Raise':
        return g('exc', 'cause')
    if t == 'Try':
        return g('body', 'handlers', 'orelse', 'finalbody')
    if t == 'ExceptHandler':
        return make('except', dump(n.type), n.name or '-', items(n.body))
    if t == 'Assert':
        return g('test', 'msg')
    if t == 'Import':
        return g('names')
    if t == 'ImportFrom':
        return make(t, n.module or '-', items(n.names), str(n.level))
    if t == 'alias':
        return n.name if n.asname is None else make('as', n.name, n.asname)
    if t in ('Global', 'Nonlocal'):
        return make(t, '[' + ' '.join(n.names) + ']')
    if t in ('Pass', 'Break', 'Continue'):
        return t
    if t == 'BoolOp':
        return make(t, op(n.op), items(n.values))
    if t == 'NamedExpr':
        return g('target', 'value')
    if t == 'BinOp':
        return make(t, dump(n.left), op(n.op), dump(n.right))
    if t == 'UnaryOp':
        if isinstance(n.op, ast.USub) and isinstance(n.operand, ast.Constant) and (n.operand.value == 2 ** 63) and (type(n.operand.value) is int):
            return str(-2 ** 63)
        return make(t, op(n.op), dump(n.operand))
    if t == 'Lambda':
        return make(t, params(n.args), dump(n.body))
    if t == 'IfExp':
        return g('test', 'body', 'orelse')
    if t == 'Dict':
        return make(t, '[' + ' '.join((make('pair', '**' if k is None else dump(k), dump(v)) for k, v in zip(n.keys, n.values))) + ']')
    if t in ('Set', 'List', 'Tuple'):
        return g('elts')
    if t in ('ListComp', 'SetComp', 'GeneratorExp'):
        return g('elt', 'generators')
    if t == 'DictComp':
        return g('key', 'value', 'generators')
    if t == 'comprehension':
        return make('for', dump(n.target), dump(n.iter), items(n.ifs))
    if t == 'Compare':
        return make(t, dump(n.left), '[' + ' '.join(map(op, n.ops)) + ']', items(n.comparators))
    if t == 'Call':
        return g('func', 'args', 'keywords')
    if t == 'keyword':
        return make('kw', n.arg or '**', dump(n.value))
    if t == 'JoinedStr':
        return g('values')
    if t == 'FormattedValue':
        return make(t, dump(n.value), '-' if n.conversion < 0 else chr(n.conversion), dump(n.format_spec))
    if t == 'Constant':
        return constant(n.value)
    if t == 'Attribute':
        return make(t, dump(n.value), n.attr)
    if t == 'Subscript':
        return g('value', 'slice')
    if t == 'Name':
        return n.id
    if t == 'Slice':
        return g('lower', 'upper', 'step')
    return 'UNSUPPORTED:' + t


def verdict(source):
    try:
        compile(source, "case", "exec", dont_inherit=True)
        return dump(ast.parse(source))
    except SyntaxError as e:
        return f"{e.lineno} {type(e).__name__}: {e.msg}"


if sys.version_info[:2] != (3, 11):
    sys.exit("this needs Python 3.11")
wrong = 0
for name in ("trees.txt", "errors.txt", "mutations.txt"):
    cases = (pathlib.Path(__file__).parent / name).read_text(encoding="utf-8").rstrip("\n").split("\n----\n")[1:]
    for case in cases:
        source, _, expected = case.rpartition("\n=> ")
        if name == "errors.txt":
            place, _, message = expected.partition(" ")
            expected = place.split(":")[0] + " " + message
        if verdict(source) != expected:
            wrong += 1
            print(f"{name}: {source!r}\n  recorded {expected}\n  Python   {verdict(source)}")
    print(f"{name}: {len(cases)} cases")
sys.exit(1 if wrong else 0)
