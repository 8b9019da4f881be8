"""Records the rows that the tests of numbers compare with: what CPython 3.11 answers, and for the elementary functions the nearest
doubles from 80 decimal digits. Run it with python3.11 in this folder to make the files again; the tests do not need it.

A double travels as the 16 hexadecimal digits of its bits, a NaN as 'nan'. The seed is fixed, so that a second run changes nothing.
"""
import math
import random
import struct
from decimal import Decimal, getcontext
from fractions import Fraction

R = random.Random(20260417)
LIMIT = 2 ** 63
INF = math.inf
MAX = 1.7976931348623157e308
TINY = 2.2250738585072014e-308

SPECIAL = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 2 / 3, 1e22, 1e23, -1e23, 9.5e22, 5e-324, 1e-323, TINY, 2.225073858507201e-308, MAX, -MAX,
    1e15, 1e16, 1e17, 9999999999999998.0, 9007199254740991.0, 9007199254740992.0, 9007199254740994.0, 123456789012345.6, 0.0001, 0.00001,
    0.00012345678901234567, 1e-7, 9.999999e-8, 4.5, 2.5, 3.5, 0.5, 1.5, 2.675, 1.005, 1.115, 0.125, 0.375, 1e100, 1e-100, INF, -INF, math.nan,
    3.14, 2.5e-3, 100.0, 99.99, 999999.5, 9999995.0, 1e21, 1e20, 4503599627370496.5, 2251799813685248.25, 5.684341886080802e-14,
    9.5367431640625e-07, 1.0000000000000002, 0.9999999999999999, 2.0 ** -44, 2.0 ** 63, -2.0 ** 63, 2.0 ** 64, 6.02214076e23, 1e305, 123456.0,
]


def bits(x):
    return 'nan' if x != x else '%016x' % struct.unpack('<Q', struct.pack('<d', x))[0]


def double(b):
    return struct.unpack('<d', struct.pack('<Q', b))[0]


def pattern():
    while True:
        x = double(R.getrandbits(64))
        if x == x:
            return x


def mixed():
    r = R.random()
    if r < .3:
        return round(R.uniform(-1000, 1000), R.randrange(0, 6))
    if r < .5:
        return R.uniform(-1, 1) * 10.0 ** R.randrange(-8, 18)
    if r < .6:
        return R.randrange(-10 ** 6, 10 ** 6) / 2.0 ** R.randrange(0, 20)
    if r < .7:
        return float(R.randrange(-2 ** 60, 2 ** 60))
    if r < .8:
        return math.ldexp(1.0, R.randrange(-1074, 1024))
    return pattern()


def positive():
    r = R.random()
    if r < .5:
        return R.uniform(0, 100)
    if r < .6:
        return 1 + R.uniform(-1, 1) * 10 ** -R.randrange(1, 15)
    if r < .7:
        return float(R.randrange(1, 1000))
    return double(R.getrandbits(63) % 0x7ff0000000000000) or 1.0


def some_long():
    return R.randrange(-2 ** R.randrange(1, 64), 2 ** R.randrange(1, 64))


def escaped(s):
    for plain, name in ('\\', '\\\\'), ('\t', '\\t'), ('\r', '\\r'), ('\v', '\\v'), ('\f', '\\f'), ('\0', '\\0'), ('\x1c', '\\x'):
        s = s.replace(plain, name)
    return s


def write(name, rows):
    with open(name, 'w', encoding='utf-8') as f:
        f.writelines(' '.join(str(part) for part in row) + '\n' for row in dict.fromkeys(map(tuple, rows)))


def reprs():
    values = list(SPECIAL)
    values += [math.ldexp(1.0, k) for k in range(-1074, 1024, 3)]
    for k in range(-1022, 1024, 37):
        values += [math.nextafter(math.ldexp(1.0, k), 0), math.nextafter(math.ldexp(1.0, k), INF)]
    values += [double(R.getrandbits(52) >> R.randrange(52)) for _ in range(120)]
    values += [float('%de%d' % (R.randrange(1, 10 ** R.randrange(1, 17)), R.randrange(-320, 300))) for _ in range(200)]
    values += [float('1e%d' % k) for k in range(-323, 309, 5)]
    values += [pattern() for _ in range(900)] + [mixed() for _ in range(500)]
    for x in values:
        yield '7ff8000000000000' if x != x else bits(x), repr(x)


def formats():
    def row(x, spec):
        return '7ff8000000000000' if x != x else bits(x), spec, format(x, spec)

    types = ['e', 'E', 'f', 'F', 'g', 'G', '%', '']
    for x in SPECIAL:
        for t in types:
            yield row(x, '.%d%s' % (R.choice([0, 1, 2, 3, 6, 10, 16, 17, 20]), t))
            yield row(x, '#.%d%s' % (R.choice([0, 1, 2, 5]), t))
        yield row(x, R.choice('eEfFgG%'))
        yield row(x, '#')
    for _ in range(1800):
        t = R.choice(types)
        x = mixed()
        if t in 'fF%' and abs(x) > 1e40 and R.random() < .8:
            x = R.uniform(-1000, 1000)
        yield row(x, ('#' if R.random() < .15 else '') + '.%d%s' % (R.randrange(0, 21), t))
    for _ in range(60):
        yield row(pattern(), '.%de' % R.choice([50, 100]))
        yield row(R.uniform(-1, 1) * 10 ** R.randrange(-100, 5), '.%df' % R.choice([50, 100]))
        yield row(mixed(), '.%dg' % R.choice([50, 100]))
    for x in MAX, -MAX, -1.79e306, 5e-324, 1e-300:
        for t in 'fge%':
            yield row(x, '.100' + t)
            yield row(x, '#.100' + t)
    for _ in range(200):  # ties on the exact binary value
        p = R.randrange(0, 6)
        x = (R.randrange(0, 10 ** 6) * 2 + 1) / 2.0 ** (p + 1)
        yield row(x, '.%df' % p)
        yield row(x, '.%de' % R.randrange(0, 7))
        yield row(-x, '.%dg' % R.randrange(0, 7))


def decimal_text(n, e):
    """n * 10^e in one of the ways to write it."""
    s = str(n)
    way = R.randrange(3)
    if way == 0 or e > 0:
        return '%se%d' % (s, e)
    if way == 1:
        p = R.randrange(len(s) + 1)
        return '%s.%sE%+d' % (s[:p], s[p:], e + len(s) - p)
    if -e < len(s):
        return s[:e] + '.' + s[e:] if e else s
    return '0.' + '0' * (-e - len(s)) + s


def midpoint(b):
    """The exact decimal n * 10^e between the doubles of the bits b and b + 1."""
    m = (Fraction(double(b)) + Fraction(double(b + 1))) / 2
    k = m.denominator.bit_length() - 1
    n, e = m.numerator * 5 ** k, -k
    while n % 10 == 0:
        n //= 10
        e += 1
    return n, e


def parses():
    def row(s):
        try:
            return bits(float(s)), escaped(s)
        except ValueError:
            return 'error', escaped(s)

    fixed = '''0 -0 +0 0.0 -0.0e5 0e999999999999 1 1. .5 . - + +-1 1e5 1E5 1e+5 1e-5 1e 1e+ e5 .e5 1.e5 1_0 1__0 _1 1_ 1_.5 1._5 1.5_0 1_0e1_0 1e_1 1e1_
        1_e1 1e1__0 inf -inf +Infinity INFINITY infinit infi nan -NaN +nan nanx in .inf 1inf inf1 infinity_ 0x10 0x1p3 1e400 -1e400 1e-400 -1e-400
        1.7976931348623157e308 1.7976931348623158e308 1.7976931348623159e308 1.797693134862315807e308 1.797693134862315808e308
        179769313486231580793728971405301e276 4.9e-324 2.4703282292062327e-324 2.4703282292062328e-324 2.470328229206232720e-324
        2.4703282292062329e-324 2.2250738585072011e-308 2.2250738585072012e-308 2.2250738585072014e-308 2.225073858507201e-308
        6.9294956446009195e15 9007199254740993 9007199254740992.999999999999999999999 9007199254740993.000000000000000000000000001
        9007199254740995 1e22 1e23 8.5e22 9.5e22 0.1 0.2 0.3 3.14 1e308 1e309 10e307 0.00001e313 100000000000000000000000e-23
        123456789012345678901234567890 0.500000000000000166533453693773481063544750213623046875
        1.00000000000000011102230246251565404236316680908203125 1.00000000000000011102230246251565404236316680908203124
        1.00000000000000011102230246251565404236316680908203126 1.00000000000000033306690738754696212708950042724609375
        1e100000000 1e-100000000 1e99999999999999999999 1e0000000000000000005 5e-324 3e-324 2e-324 1e-324 1e-323 1,5 1e5.0 --1 1- 1e5e5 1..5 1.5.
        0_0.0_0 0_e0'''.split()
    fixed += ['', ' 1 ', '\t1\r', '\v2.5\f', '1 2', '- 1', '\x1c1', '\0', '1\0']
    fixed += ['0.' + '0' * 400 + '1e401', '1' + '0' * 400 + 'e-400', '0' * 500 + '1', '%de%d' % midpoint(1)]
    for s in fixed:
        yield row(s)
    for _ in range(1500):
        n = R.randrange(1, 10 ** R.randrange(1, R.choice([6, 18, 20, 40])))
        least = -330 - len(str(n))
        e = R.choice([R.randrange(-12, 6), R.randrange(-345, 310), R.randrange(least, least + 40)])
        yield row(('-' if R.random() < .2 else '') + decimal_text(n, e))
    for i in range(260):
        near_one = (R.randrange(990, 1070) << 52) | R.getrandbits(52)
        n, e = midpoint(near_one if i % 4 else R.choice([R.getrandbits(63) % 0x7fe0000000000000, R.getrandbits(52) >> R.randrange(52)]))
        zeros = R.randrange(1, 9)
        cut = R.randrange(17, 60)
        s = str(n)
        yield row(decimal_text(n, e))
        yield row(decimal_text(n * 10 ** zeros + 1, e - zeros))
        yield row(decimal_text(n * 10 ** zeros - 1, e - zeros))
        if len(s) > cut:
            yield row(decimal_text(int(s[:cut]), e + len(s) - cut))
            yield row(decimal_text(int(s[:cut]) + 1, e + len(s) - cut))
    for _ in range(20):
        yield row(''.join(R.choice('0123456789') for _ in range(R.randrange(800, 1500))) + 'e%d' % R.randrange(-1800, -500))


def integers_in_text():
    def row(radix, s):
        try:
            v = int(s, radix)
            return radix, v if -LIMIT <= v < LIMIT else 'range', escaped(s)
        except ValueError:
            return radix, 'error', escaped(s)

    fixed = '''0 -0 +0 1 -1 +1 --1 _1 1_ 1__1 1_1 0_1 0_0 00 000 010 -010 0x 0x1 0X1F 0x_1f 0x__1 0x1_ 0x_ 0_x1 0b 0b1 0B_1 0b2 0o 0o7 0O_17 0o8 x1 -0x10
        +0b11 0x-1 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 18446744073709551616
        99999999999999999999999999999 -99999999999999999999999999999 99999999999999999999z 0x7fffffffffffffff 0x8000000000000000
        -0x8000000000000000 -0x8000000000000001 0o777777777777777777777 0o1000000000000000000000 -0o1000000000000000000000 z Z @ [ ` { : / zz
        7fffffffffffffff 8000000000000000 -8000000000000000 1y2p0ij32e8e7 1y2p0ij32e8e8 -1y2p0ij32e8e8 -1y2p0ij32e8e9 1.0 1e5 0_ _0 0__0 00_0
        0099999999999999999999 0000000000000000000000000 12a b1 0b1z 1_000_000'''.split()
    fixed += ['', '+ 1', ' 1', '1 ', '\t1\r', '\v1\f', '\x1c1', '\0', '1\0', '0x 1', '12 34', '\u00e91']
    fixed += ['0b' + '1' * 63, '0b1' + '0' * 63, '-0b1' + '0' * 63]
    for s in fixed:
        for radix in 0, 2, 8, 10, 16, 36:
            yield row(radix, s)
    for _ in range(400):
        radix = R.randrange(2, 37)
        n = R.randrange(-2 ** R.randrange(1, 66), 2 ** R.randrange(1, 66))
        m, s = abs(n), ''
        while m or not s:
            s = '0123456789abcdefghijklmnopqrstuvwxyz'[m % radix] + s
            m //= radix
        if R.random() < .3 and len(s) > 2:
            p = R.randrange(0, len(s) + 1)
            s = s[:p] + '_' + s[p:]
        yield row(radix, ('-' if n < 0 else '') + (s.upper() if R.random() < .3 else s))


def rounds():
    def row(x, n):
        try:
            return bits(x), n, bits(round(x, n))
        except OverflowError:
            return bits(x), n, 'overflow'

    for x in SPECIAL:
        if x == x:
            for n in 0, 1, 2, 3, 5, 15, 16, 22, 23, 100, 323, 324, 400, -1, -2, -5, -22, -23, -307, -308, -309, -400:
                yield row(x, n)
    for _ in range(700):
        yield row(mixed(), R.randrange(-5, 18))
    for _ in range(150):
        p = R.randrange(0, 6)
        yield row((R.randrange(-10 ** 6, 10 ** 6) * 2 + 1) / 2.0 ** (p + 1), p)
    for x in 1.7e308, -1.6e308, 1.5e308, 1.4e308:
        yield row(x, -308)
        yield row(x, -307)


def divmods():
    some = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 3.0, -3.0, 1e308, -1e308, 5e-324, -5e-324, INF, -INF, math.nan, 1e16, 0.1, -0.1, 7.5]
    pairs = [(a, b) for a in some for b in some if b != 0]
    pairs += [(mixed(), mixed() or 1.0) for _ in range(500)]
    pairs += [(R.uniform(-100, 100), R.choice([0.1, -0.1, 0.3, 7.0, -2.5, 1e-5, R.uniform(-1, 1)])) for _ in range(300)]
    for a, b in pairs:
        yield ['7ff8000000000000' if x != x else bits(x) for x in (a, b)] + [bits(a // b), bits(a % b)]


def powers():
    some = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, -3.0, 1e308, -1e308, 5e-324, INF, -INF, math.nan, 1e16, 2.5, -2.5, 9007199254740993.0,
            9007199254740991.0, -9007199254740991.0, 0.1, 1023.0, 1024.0, -1074.0, -1075.0]
    for a in some:
        for b in some:
            try:
                v = a ** b
                result = 'complex' if isinstance(v, complex) else bits(v)
            except ZeroDivisionError:
                result = 'zero'
            except OverflowError:
                result = 'complex' if a < 0 and b != math.floor(b) else 'overflow'
            yield ['7ff8000000000000' if x != x else bits(x) for x in (a, b)] + [result]


LONGS = [0, 1, -1, 2, -2, 3, -3, 10, -LIMIT, -LIMIT + 1, LIMIT - 1, LIMIT - 2, 2 ** 31 - 1, 2 ** 31, -2 ** 31, -2 ** 31 - 1, 2 ** 32, 2 ** 53, 2 ** 53 + 1,
         -2 ** 53 - 1, 2 ** 62, -2 ** 62, 3037000499, 3037000500, -3037000500]


def arithmetic():
    def fits(v):
        return v if -LIMIT <= v < LIMIT else 'overflow'

    pairs = [(a, b) for a in LONGS for b in LONGS] + [(some_long(), some_long()) for _ in range(800)]
    for a, b in pairs:
        quotients = (fits(a // b), a % b, bits(a / b)) if b else ('zero',) * 3
        yield (a, b, fits(a + b), fits(a - b), fits(a * b)) + quotients


def comparisons():
    def row(a, x):
        return a, '7ff8000000000000' if x != x else bits(x), 'nan' if x != x else (a > x) - (a < x)

    for a in LONGS:
        for i in range(max(a - 2, -LIMIT), min(a + 3, LIMIT)):
            for x in float(a), math.nextafter(float(a), INF), math.nextafter(float(a), -INF), float(a) + .5:
                yield row(i, x)
    for a in 0, -LIMIT, LIMIT - 1, 5:
        for x in INF, -INF, math.nan, -0.0, 0.0, 5e-324, -5e-324, 1e300, -1e300, 5.5, -5.5, 4.999999999:
            yield row(a, x)


def elementary():
    def row(name, a, b, v):
        return name, bits(a), bits(b), bits(float(v))

    edges = [1.0, 2.0, 3.0, 4.0, 9.0, 0.25, 0.5, 5e-324, 1e-310, TINY, MAX, 2.0 ** 53, math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(4, 0), math.e]
    for x in edges + [0.0] + [positive() for _ in range(300)]:
        yield row('sqrt', x, 0.0, math.sqrt(x))
    for x in edges + [math.sqrt(2), math.sqrt(.5)] + [positive() for _ in range(300)]:
        yield row('log', x, 0.0, Decimal(x).ln())
    for x in [0.0, -0.0, 1.0, -1.0, 0.5, 709.782712893384, -745.1, -708.4, -744.4400719213812, 1e-20, -1e-300, 5e-324, 100.0] \
            + [R.uniform(-745, 709) for _ in range(150)] + [R.uniform(-2, 2) for _ in range(150)]:
        yield row('exp', x, 0.0, Decimal(x).exp())
    for k in range(21):
        yield row('logof', 10.0 ** k, 10.0, k)
        yield row('logof', 2.0 ** -k, 2.0, -k)
    for _ in range(150):
        x, b = positive(), R.choice([2.0, 10.0, 3.0, 0.5])
        yield row('logof', x, b, Decimal(x).ln() / Decimal(b).ln())
    pairs = [(2.0, .5), (2.0, -.5), (10.0, -3.0), (10.0, 39.0), (10.0, 308.0), (10.0, -323.0), (10.0, -324.0), (2.0, 1023.0), (2.0, -1074.0), (2.0, 65.0),
             (3.0, 33.0), (3.0, 34.0), (5.0, 23.0), (3.0, 40.0), (1.1, 2.0), (1.1, 1000.0), (0.9, 5000.0), (9.0, .5), (27.0, 1 / 3), (1.0000001, 1e7),
             (1.0000000000000002, 1e15), (5e-324, .5), (5e-324, -.9), (1e308, 1.0), (1e308, -1.0), (1e-308, 1.0), (1e-320, -.99), (4.0, 1.5), (1.5, 64.0),
             (1.5, 65.0), (1.5, -64.0), (0.5, 1074.0), (1e-200, 1.6), (MAX, 1.0), (MAX, -1.0), (7.0, 1e-300), (7.0, 5e-324), (10.0, -310.0), (10.0, -315.5)]
    pairs += [(positive(), float(R.randrange(-64, 65))) for _ in range(300)]
    for _ in range(500):
        a = positive()
        pairs.append((a, R.uniform(-1, 1) * min(700 / abs(math.log(a) or 1), 1e6)))
    for a, b in pairs:
        v = Decimal(a) ** Decimal(b)
        if v <= Decimal(MAX):
            yield row('pow', a, b, v)


if __name__ == '__main__':
    getcontext().prec, getcontext().Emax, getcontext().Emin = 80, 10 ** 6, -10 ** 6
    write('repr.txt', reprs())
    write('format.txt', formats())
    write('parse.txt', parses())
    write('parseint.txt', integers_in_text())
    write('round.txt', rounds())
    write('divmod.txt', divmods())
    write('power.txt', powers())
    write('integers.txt', arithmetic())
    write('compare.txt', comparisons())
    write('elementary.txt', elementary())
