#!/usr/bin/env python3
"""Makes expressions.txt: random expressions of the subset and what CPython 3.11 makes of them.

    python3 expressions.py            writes expressions.txt beside this file

One expression a line: the expression, a tab, then repr(value) or `!ExceptionType: message`. The seed is fixed. A row is dropped when any
part of it leaves 64-bit integers or would make something huge, since there TinyPy raises OverflowError or MemoryError, when it formats bytes with
`%`, which TinyPy does not have, and when a power of a float is not the double nearest to the true value: the machine's C library decides there.
"""
import ast
import math
import os
import random
import warnings
from fractions import Fraction

ROWS = 3000
SEED = 20240229
LIMIT = 1 << 63
MAX_LENGTH = 5000
warnings.simplefilter('ignore')
rng = random.Random(SEED)

INTS = ['0', '1', '2', '3', '5', '7', '10', '-1', '-2', '-7', '16', '100', '255', '1000', '65536', '123456789', '-123456789', '1073741823',
        '1073741824', '-1073741825', '2147483648', '4294967296', '1000000007', '9007199254740993', '4611686018427387904', '9223372036854775807']
FLOATS = ['0.0', '-0.0', '0.5', '1.0', '-1.5', '2.5', '0.1', '3.14159', '1e10', '1e-5', '1e16', '-2.25', '1e100', '123456.789', '1e22', '5e-324', '0.3',
          "float('inf')", "float('nan')"]
STRS = ["''", "'a'", "'abc'", "'Hello World'", "'a,b,,c'", "'  pad '", "'12'", "'-3.5'", "'x y z'", "'aXbXc'", "'ñandú'", "'€uro'", "'tab\\there'", "'line\\nbreak'", '"it\'s"',
        "'UPPER'", "'abcabc'", "'😀!'", "'{}-{}'", "'007'"]
BYTES = ["b''", "b'abc'", "b'\\x00\\xff'", "b'a b'"]
INT_SPECS = ['d', '5', '05', '<6', '^7', '+', 'x', ',', '#b', '*>8', '_', '08b', '>12', ',.1f', 'e', '%']
FLOAT_SPECS = ['.2f', '10.3f', 'g', '.3e', '+.1f', ',.2f', '', '.0f', '%', '.10g']
PERCENTS = ['d', '5d', '-6d|', '05d', 'x', '+d', 's', 'r', '.2f', 'e', 'g', 'c']
FILLS = ['*', ' ', 'é']


def pick(*makers):
    return rng.choice(makers)


def integer(d):
    if d <= 0 or rng.random() < 0.15:
        return rng.choice(INTS)
    n = d - 1
    return pick(
        lambda: f'({integer(n)} {rng.choice(["+", "-", "*", "//", "%", "&", "|", "^"])} {integer(n)})',
        lambda: f'({integer(n)} {rng.choice(["+", "-", "*", "//", "%"])} {integer(n)} {rng.choice(["+", "-", "*", "//", "%", "&", "|", "^"])} {integer(n)})',
        lambda: f'({integer(n)} {rng.choice(["<<", ">>"])} {rng.choice(["0", "1", "3", "8", "31", "40"])})',
        lambda: f'({integer(n)} ** {rng.choice(["0", "1", "2", "3", "5"])})',
        lambda: f'({rng.choice(["-", "+", "~"])}{integer(n)})',
        lambda: f'len({sequence(n)})',
        lambda: f'abs({integer(n)})',
        lambda: f'{rng.choice(["int", "round"])}({floating(n)})',
        lambda: f'int({string(n)})',
        lambda: f'{rng.choice(["min", "max"])}({integer(n)}, {integer(n)})',
        lambda: f'sum({int_list(n)})',
        lambda: f'{int_list(n)}[{small()}]',
        lambda: f'{string(n)}.{rng.choice(["find", "rfind", "count", "index"])}({short()})',
        lambda: f'{sequence(n)}.count({any_leaf()})',
        lambda: f'ord({string(n)}[{small()}])',
        lambda: f'({integer(n)} if {boolean(n)} else {integer(n)})',
        lambda: f'({integer(n)} {rng.choice(["and", "or"])} {integer(n)})',
        lambda: f'divmod({integer(n)}, {integer(n)})[{rng.choice("01")}]',
        lambda: f'pow({integer(n)}, {rng.choice(["2", "3", "10"])}, {rng.choice(["7", "97", "1000"])})',
        lambda: f'({integer(n)}).bit_length()',
        lambda: f'{dictionary(n)}.get({any_leaf()}, {integer(n)})',
    )()


def floating(d):
    if d <= 0 or rng.random() < 0.2:
        return rng.choice(FLOATS)
    n = d - 1
    return pick(
        lambda: f'({floating(n)} {rng.choice(["+", "-", "*", "/", "//", "%"])} {number(n)})',
        lambda: f'({number(n)} {rng.choice(["+", "-", "*", "/"])} {floating(n)})',
        lambda: f'({integer(n)} / {integer(n)})',
        lambda: f'(-{floating(n)})',
        lambda: f'abs({floating(n)})',
        lambda: f'float({integer(n)})',
        lambda: f'round({floating(n)}, {rng.choice(["0", "1", "2", "5", "-2"])})',
        lambda: f'({floating(n)} ** 2)',
        lambda: f'{rng.choice(["min", "max"])}({floating(n)}, {number(n)})',
        lambda: f'({floating(n)} if {boolean(n)} else {floating(n)})',
        lambda: f'sum([{floating(n)}, {number(n)}])',
    )()


def number(d):
    return pick(integer, floating, integer)(d)


def string(d):
    if d <= 0 or rng.random() < 0.15:
        return rng.choice(STRS)
    n = d - 1
    return pick(
        lambda: f'({string(n)} + {string(n)})',
        lambda: f'({string(n)} * {rng.choice(["0", "1", "2", "3", "-1"])})',
        lambda: f'{string(n)}[{slice_text()}]',
        lambda: f'{string(n)}[{small()}]',
        lambda: f'{string(n)}.{rng.choice(["upper", "lower", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip"])}()',
        lambda: f'{string(n)}.replace({short()}, {string(n)})',
        lambda: f'{string(n)}.{rng.choice(["center", "ljust", "rjust"])}({rng.choice(["0", "5", "12"])}, {rng.choice(FILLS)!r})',
        lambda: f'{string(n)}.zfill({rng.choice(["0", "4", "9"])})',
        lambda: f'{string(n)}.{rng.choice(["strip", "removeprefix", "removesuffix"])}({short()})',
        lambda: f'{short()}.join({str_list(n)})',
        lambda: f'{rng.choice(["str", "repr"])}({anything(n)})',
        lambda: f'{rng.choice(["hex", "bin", "oct"])}({integer(n)})',
        lambda: f"f'{{{rng.choice(INTS)}:{rng.choice(INT_SPECS)}}}'",
        lambda: f"format({integer(n)}, '{rng.choice(INT_SPECS)}')",
        lambda: f'format({floating(n)}, {rng.choice(FLOAT_SPECS)!r})',
        lambda: f"'%{rng.choice(PERCENTS)}' % {integer(n)}",
        lambda: f"'{{}}:{{:>6}}'.format({anything(n)}, {string(n)})",
        lambda: f"'%s=%r' % ({anything(n)}, {anything(n)})",
        lambda: f'chr({rng.choice(["65", "233", "8364", "128512", "10"])})',
        lambda: f'({string(n)} if {boolean(n)} else {string(n)})',
        lambda: f'{string(n)}.{rng.choice(["partition", "rpartition"])}({short()})[{rng.choice("012")}]',
        lambda: f'{str_list(n)}[{small()}]',
        lambda: f'{string(n)}.encode().decode()',
    )()


def boolean(d):
    if d <= 0 or rng.random() < 0.1:
        return rng.choice(['True', 'False'])
    n = d - 1
    op = rng.choice(['<', '<=', '>', '>=', '==', '!='])
    return pick(
        lambda: f'({number(n)} {op} {number(n)})',
        lambda: f'({number(n)} {op} {number(n)} {rng.choice(["<", "<=", "==", "!="])} {number(n)})',
        lambda: f'({string(n)} {op} {string(n)})',
        lambda: f'({int_list(n)} {op} {int_list(n)})',
        lambda: f'({anything(n)} {rng.choice(["==", "!="])} {anything(n)})',
        lambda: f'(not {anything(n)})',
        lambda: f'({boolean(n)} {rng.choice(["and", "or"])} {boolean(n)})',
        lambda: f'({any_leaf()} {rng.choice(["in", "not in"])} {sequence(n)})',
        lambda: f'({short()} in {string(n)})',
        lambda: f'{string(n)}.{rng.choice(["isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "isascii"])}()',
        lambda: f'{string(n)}.{rng.choice(["startswith", "endswith"])}({short()})',
        lambda: f'bool({anything(n)})',
        lambda: f'{rng.choice(["any", "all"])}({sequence(n)})',
        lambda: f'isinstance({anything(n)}, {rng.choice(["int", "str", "float", "(list, tuple)", "bool", "dict"])})',
    )()


def int_list(d):
    n = d - 1
    if d <= 0:
        return rng.choice(['[]', '[1]', '[3, 1, 2]', '[0, -1, 5, 2]', 'list(range(5))'])
    return pick(
        lambda: '[' + ', '.join(integer(n) for _ in range(rng.randint(0, 3))) + ']',
        lambda: f'({int_list(n)} + {int_list(n)})',
        lambda: f'({int_list(n)} * {rng.choice(["0", "2", "-1"])})',
        lambda: f'{int_list(n)}[{slice_text()}]',
        lambda: f'sorted({int_list(n)}{rng.choice(["", ", reverse=True", ", key=abs"])})',
        lambda: f'[x {rng.choice(["* 2", "+ 1", "% 3", "** 2"])} for x in {int_list(n)}{rng.choice(["", " if x > 1", " if x % 2"])}]',
        lambda: f'list(range({small()}, {rng.choice(["4", "9"])}{rng.choice(["", ", 2", ", 3"])}))',
        lambda: f'list(reversed({int_list(n)}))',
        lambda: f'list(map(abs, {int_list(n)}))',
        lambda: f'[*{int_list(n)}, {integer(n)}]',
        lambda: f'sorted(set({int_list(n)}))',
        lambda: f'list({bytes_(n)})',
    )()


def str_list(d):
    n = d - 1
    if d <= 0:
        return rng.choice(["['a', 'b']", "[]", "['x']", "'p q'.split()"])
    return pick(
        lambda: '[' + ', '.join(string(n) for _ in range(rng.randint(0, 3))) + ']',
        lambda: f'{string(n)}.{rng.choice(["split", "rsplit"])}({rng.choice(["", short(), short() + ", 1"])})',
        lambda: f'{string(n)}.splitlines()',
        lambda: f'sorted({str_list(n)})',
        lambda: f'list({string(n)})',
        lambda: f'[s.upper() for s in {str_list(n)}]',
        lambda: f'list(map(str, {int_list(n)}))',
    )()


def tuple_(d):
    n = d - 1
    if d <= 0:
        return rng.choice(['()', '(1,)', "('a', 1)", '(1, 2, 3)'])
    return pick(
        lambda: '(' + ''.join(anything(n) + ', ' for _ in range(rng.randint(0, 3))) + ')',
        lambda: f'({tuple_(n)} + {tuple_(n)})',
        lambda: f'{tuple_(n)}[{slice_text()}]',
        lambda: f'tuple({sequence(n)})',
        lambda: f'divmod({number(n)}, {number(n)})',
        lambda: f'{string(n)}.partition({short()})',
    )()


def dictionary(d):
    n = d - 1
    if d <= 0:
        return rng.choice(['{}', "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1, 2]}"])
    return pick(
        lambda: '{' + ', '.join(f'{any_leaf()}: {anything(n)}' for _ in range(rng.randint(0, 3))) + '}',
        lambda: f'({dictionary(n)} | {dictionary(n)})',
        lambda: f'dict(zip({sequence(n)}, {sequence(n)}))',
        lambda: '{k: v for k, v in ' + dictionary(n) + '.items()}',
        lambda: '{x: x * 2 for x in ' + int_list(n) + '}',
        lambda: f'{{**{dictionary(n)}, {any_leaf()}: {any_leaf()}}}',
        lambda: f'dict.fromkeys({sequence(n)})',
    )()


def bytes_(d):
    if d <= 0:
        return rng.choice(BYTES)
    n = d - 1
    return pick(
        lambda: f'({bytes_(n)} + {bytes_(n)})',
        lambda: f'{bytes_(n)}[{slice_text()}]',
        lambda: f'{string(n)}.encode()',
        lambda: f'bytes([{rng.choice(["65", "255", "0", "256", "10, 13"])}])',
        lambda: f'{bytes_(n)}.{rng.choice(["upper", "hex", "strip", "split"])}()' if rng.random() < 0.3 else f'{bytes_(n)}.replace(b"a", b"zz")',
    )()


def sequence(d):
    return pick(int_list, str_list, tuple_, string, int_list)(d)


def any_leaf():
    return pick(integer, string, floating, lambda d: 'None', boolean)(0)


def anything(d):
    return pick(integer, floating, string, boolean, int_list, str_list, tuple_, dictionary, bytes_, lambda d: 'None')(d)


def small():
    return rng.choice(['0', '1', '-1', '2', '-2', '3', '5'])


def slice_text():
    part = lambda: rng.choice(['', '', '0', '1', '2', '-1', '-2', '3', '10', '-10'])
    return part() + ':' + part() + (':' + rng.choice(['', '1', '2', '-1', '-2', '3']) if rng.random() < 0.5 else '')


def short():
    return rng.choice(["'a'", "'b'", "','", "' '", "'X'", "'ab'", "'ñ'", "'l'", "'-'"])


def mixed(d):
    """Operands of any type: mostly TypeErrors, sometimes not."""
    op = rng.choice(['+', '-', '*', '/', '//', '%', '<', '<=', '==', 'in', '&', '|', '**', 'and', 'or', 'is', '[]'])
    a, b = anything(d - 1), anything(d - 1)
    if op == 'is':
        return f'({a} is None)'
    return f'{a}[{b}]' if op == '[]' else f'({a} {op} {b})'


def fits(value, depth=0):
    if depth > 20:
        return False
    if isinstance(value, int):
        return -LIMIT <= value < LIMIT
    if isinstance(value, (str, bytes)):
        return len(value) <= MAX_LENGTH
    if isinstance(value, (list, tuple, set, frozenset)):
        return len(value) <= MAX_LENGTH and all(fits(v, depth + 1) for v in value)
    if isinstance(value, dict):
        return all(fits(k, depth + 1) and fits(v, depth + 1) for k, v in value.items())
    return True


class Dropped(Exception):
    pass


def bound_names(node):
    return {n.id for c in ast.walk(node) if isinstance(c, ast.comprehension) for n in ast.walk(c.target) if isinstance(n, ast.Name)}


def guard(node, free):
    """Evaluates every part on its own, inner parts first, and gives up where one leaves the range."""
    for child in ast.iter_child_nodes(node):
        guard(child, free)
    if not isinstance(node, ast.expr) or isinstance(node, (ast.Slice, ast.Starred, ast.FormattedValue)) or isinstance(getattr(node, 'ctx', None), ast.Store):
        return
    if {n.id for n in ast.walk(node) if isinstance(n, ast.Name)} & free and not isinstance(node, (ast.ListComp, ast.DictComp)):
        return
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mod, ast.Pow)):
        try:
            left, right = value_of(node.left), value_of(node.right)
        except Exception:
            return
        if isinstance(node.op, ast.Mod) and isinstance(left, bytes):
            raise Dropped
        if isinstance(node.op, ast.Pow) and isinstance(left, float) and math.isfinite(left) and isinstance(right, (int, float)) and abs(right) < 64 and right == int(right):
            try:
                if float(Fraction(left) ** int(right)) != left ** right:
                    raise Dropped
            except (ArithmeticError, ValueError):
                pass
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.LShift, ast.Mult)):
        try:
            left, right = value_of(node.left), value_of(node.right)
        except Exception:
            return
        big = max(v for v in (left, right) if isinstance(v, int)) if any(isinstance(v, int) for v in (left, right)) else 0
        if isinstance(node.op, (ast.Pow, ast.LShift)) and isinstance(left, int) and isinstance(right, int) and abs(right) > 64:
            raise Dropped
        if isinstance(node.op, ast.Mult) and not (isinstance(left, (int, float)) and isinstance(right, (int, float))) and big > 1000:
            raise Dropped
    try:
        value = value_of(node)
    except Exception:
        return
    if isinstance(value, complex) or not fits(value):
        raise Dropped


def value_of(node):
    return eval(compile(ast.Expression(node), '<expr>', 'eval'))


def result_of(text):
    try:
        return repr(eval(text))
    except Exception as e:
        return f'!{type(e).__name__}: {e}'


def main():
    rows, seen, errors = [], set(), 0
    makers = [integer, floating, string, boolean, int_list, str_list, tuple_, dictionary, bytes_, mixed, integer, string, boolean, floating]
    while len(rows) < ROWS:
        text = rng.choice(makers)(rng.randint(1, 4))
        if len(text) > 160 or text in seen:
            continue
        seen.add(text)
        try:
            tree = ast.parse(text, mode='eval').body
            guard(tree, bound_names(tree))
        except (Dropped, SyntaxError):
            continue
        result = result_of(text)
        if '\n' in result or '\t' in result or len(result) > 400 or 'complex' in result:
            continue
        if result.startswith('!'):
            if errors * 8 > len(rows):
                continue
            errors += 1
        rows.append(text + '\t' + result)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'expressions.txt')
    with open(path, 'w', encoding='utf-8', newline='\n') as file:
        file.write('\n'.join(rows) + '\n')
    print(len(rows), 'rows,', errors, 'errors')


if __name__ == '__main__':
    main()
