# complex: two floats. What literals such as 3j, the name complex and the module cmath stand for.

import math


class complex:
    def __init__(self, real=0.0, imag=NotImplemented):
        if isinstance(real, str):
            if imag is not NotImplemented:
                raise TypeError("complex() can't take second arg if first is a string")
            self._re, self._im = _parse(real)
            return
        a = _parts(real)
        if a is None:
            raise TypeError("complex() first argument must be a string or a number, not '" + _type_name(real) + "'")
        self._re, self._im = a
        if imag is not NotImplemented:
            if isinstance(imag, str):
                raise TypeError("complex() second arg can't be a string")
            b = _parts(imag)
            if b is None:
                raise TypeError("complex() second argument must be a number, not '" + _type_name(imag) + "'")
            if isinstance(imag, complex):
                self._re -= b[1]
            self._im = self._im + b[0] if isinstance(real, complex) else b[0]

    @property
    def real(self):
        return self._re

    @real.setter
    def real(self, value):
        raise AttributeError('readonly attribute')

    @property
    def imag(self):
        return self._im

    @imag.setter
    def imag(self, value):
        raise AttributeError('readonly attribute')

    def conjugate(self):
        return complex(self._re, -self._im)

    def __complex__(self):
        return self

    def __bool__(self):
        return self._re != 0.0 or self._im != 0.0

    def __pos__(self):
        return self

    def __neg__(self):
        return complex(-self._re, -self._im)

    def __abs__(self):
        return math.hypot(self._re, self._im)

    def __hash__(self):
        return hash(self._re) + (hash(self._im) * 1000003 & 0x3fffffff) if self._im else hash(self._re)

    def __eq__(self, other):
        b = _number(other)
        return NotImplemented if b is None else self._re == b[0] and self._im == b[1]

    def __add__(self, other):
        b = _number(other)
        return NotImplemented if b is None else complex(self._re + b[0], self._im + b[1])

    def __radd__(self, other):
        return self + other if isinstance(other, (int, float)) else NotImplemented

    def __sub__(self, other):
        b = _number(other)
        return NotImplemented if b is None else complex(self._re - b[0], self._im - b[1])

    def __rsub__(self, other):
        return complex(other) - self if isinstance(other, (int, float)) else NotImplemented

    def __mul__(self, other):
        b = _number(other)
        return NotImplemented if b is None else complex(self._re * b[0] - self._im * b[1], self._re * b[1] + self._im * b[0])

    def __rmul__(self, other):
        return complex(other) * self if isinstance(other, (int, float)) else NotImplemented

    def __truediv__(self, other):
        b = _number(other)
        return NotImplemented if b is None else _quotient(self._re, self._im, b[0], b[1], 'complex division by zero')

    def __rtruediv__(self, other):
        return complex(other) / self if isinstance(other, (int, float)) else NotImplemented

    def __pow__(self, other):
        b = _number(other)
        return NotImplemented if b is None else _power(self, b[0], b[1])

    def __rpow__(self, other):
        return complex(other) ** self if isinstance(other, (int, float)) else NotImplemented

    def __repr__(self):
        if self._re == 0.0 and math.copysign(1.0, self._re) > 0.0:
            return _short(self._im) + 'j'
        im = _short(self._im)
        return '(' + _short(self._re) + (im if im[0] == '-' else '+' + im) + 'j)'

    def __format__(self, spec):
        if not spec:
            return repr(self)
        fill = ' '
        align = '>'
        i = 0
        if spec[1:2] in ('<', '>', '^', '='):
            fill = spec[0]
            i = 1
        if spec[i:i + 1] in ('<', '>', '^', '='):
            align = spec[i]
            i += 1
        sign = ''
        if spec[i:i + 1] in ('+', '-', ' '):
            sign = spec[i]
            i += 1
        if align == '=':
            raise ValueError("'=' alignment flag is not allowed in complex format specifier")
        if spec[i:i + 1] == '0':
            raise ValueError('Zero padding is not allowed in complex format specifier')
        width = 0
        while spec[i:i + 1].isdigit():
            width = width * 10 + int(spec[i])
            i += 1
        rest = spec[i:]
        if rest and rest[-1] not in '0123456789.,_eEfFgGn':
            raise ValueError("Unknown format code '" + rest[-1] + "' for object of type 'complex'")
        if rest and rest[-1] in 'eEfFgGn':
            t = format(self._re, sign + rest) + format(self._im, '+' + rest) + 'j'
        else:
            im = _short(self._im) if not rest else format(self._im, rest + 'g')
            t = (_short(self._re) if not rest else format(self._re, rest + 'g')) + (im if im[0] == '-' else '+' + im) + 'j'
            t = im + 'j' if self._re == 0.0 and math.copysign(1.0, self._re) > 0.0 else '(' + t + ')'
        n = width - len(t)
        if n <= 0:
            return t
        left = n if align == '>' else n // 2 if align == '^' else 0
        return fill * left + t + fill * (n - left)


def _short(x):
    t = repr(x)
    return t[:-2] if t.endswith('.0') else t


def _number(x):
    # Real and imaginary part of what an operator takes; None for anything else.
    if isinstance(x, complex):
        return x._re, x._im
    return (float(x), 0.0) if isinstance(x, (int, float)) else None


def _parts(x):
    # The same of an argument: __complex__, __float__ and __index__ are asked too.
    r = _number(x)
    if r is not None:
        return r
    m = _call_dunder(x, '__complex__')
    if m is not NotImplemented:
        v = m()
        if not isinstance(v, complex):
            raise TypeError('__complex__ returned non-complex (type ' + _type_name(v) + ')')
        return v._re, v._im
    if _call_dunder(x, '__float__') is not NotImplemented or _call_dunder(x, '__index__') is not NotImplemented:
        return float(x), 0.0
    return None


def _parse(text):
    s = text.strip()
    if s[:1] == '(' and s[-1:] == ')':
        s = s[1:-1].strip()
    try:
        if s[-1:] not in ('j', 'J'):
            return float(s), 0.0
        s = s[:-1]
        if s != s.strip() or not s.isascii():
            raise ValueError
        # The sign that parts them is the last one that no exponent letter stands before.
        i = len(s) - 1
        while i > 0 and not (s[i] in '+-' and s[i - 1] not in 'eE'):
            i -= 1
        im = s[i:]
        if i > 0 and s[:i] != s[:i].strip() or im[1:2] == ' ':
            raise ValueError
        return float(s[:i]) if i > 0 else 0.0, float(im + '1' if im in ('', '+', '-') else im)
    except ValueError:
        raise ValueError('complex() arg is a malformed string') from None


def _quotient(a, b, c, d, message):
    if abs(c) >= abs(d):
        if c == 0.0:
            raise ZeroDivisionError(message)
        ratio = d / c
        below = c + d * ratio
        return complex((a + b * ratio) / below, (b - a * ratio) / below)
    if abs(d) >= abs(c):
        ratio = c / d
        below = c * ratio + d
        return complex((a * ratio + b) / below, (b * ratio - a) / below)
    return complex(math.nan, math.nan)


def _power(x, c, d):
    zero = '0.0 to a negative or complex power'
    if d == 0.0 and abs(c) <= 100.0 and c == math.floor(c):
        n = int(abs(c))
        r = complex(1.0)
        p = x
        while n:
            if n & 1:
                r = r * p
            n >>= 1
            if n:
                p = p * p
        return r if c > 0.0 else _quotient(1.0, 0.0, r._re, r._im, zero)
    if not x:
        if d != 0.0 or c < 0.0:
            raise ZeroDivisionError(zero)
        return complex(0.0)
    size = abs(x)
    try:
        length = math.pow(size, c)
        at = math.atan2(x._im, x._re)
        angle = at * c
        if d != 0.0:
            length /= math.exp(at * d)
            angle += d * math.log(size)
    except OverflowError:
        raise OverflowError('complex exponentiation') from None
    return complex(length * math.cos(angle), length * math.sin(angle))


def imaginary(x):
    # The literal.
    return complex(0.0, x)


_set_base(complex, True)
