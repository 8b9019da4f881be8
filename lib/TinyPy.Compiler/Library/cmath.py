# Functions of complex numbers: those that MicroPython has, and some more.

import math
from _complex import complex, _parts

pi = math.pi
e = math.e
tau = math.tau
inf = math.inf
nan = math.nan


def _of(x):
    p = _parts(x)
    if p is None:
        raise TypeError('must be real number, not ' + _type_name(x))
    return p


def phase(x):
    a, b = _of(x)
    return math.atan2(b, a)


def polar(x):
    a, b = _of(x)
    return math.hypot(a, b), math.atan2(b, a)


def rect(r, phi):
    r = float(r)
    phi = float(phi)
    return complex(r * math.cos(phi), r * math.sin(phi)) if phi else complex(r, r * phi)


def exp(x):
    a, b = _of(x)
    r = math.exp(a)
    return complex(r * math.cos(b), r * math.sin(b)) if b else complex(r, b)


def log(x, *base):
    a, b = _of(x)
    if not a and not b:
        raise ValueError('math domain error')
    r = complex(math.log(math.hypot(a, b)), math.atan2(b, a))
    return r / log(base[0]) if base else r


def log10(x):
    r = log(x)
    return complex(r.real / 2.302585092994046, r.imag / 2.302585092994046)


def sqrt(x):
    a, b = _of(x)
    if not a and not b:
        return complex(0.0, b)
    s = math.sqrt((abs(a) + math.hypot(a, b)) / 2.0)
    d = abs(b) / (2.0 * s)
    return complex(s, math.copysign(d, b)) if a >= 0.0 else complex(d, math.copysign(s, b))


def cos(x):
    a, b = _of(x)
    return complex(math.cos(a) * math.cosh(b), -math.sin(a) * math.sinh(b))


def sin(x):
    a, b = _of(x)
    return complex(math.sin(a) * math.cosh(b), math.cos(a) * math.sinh(b))


def tan(x):
    return sin(x) / cos(x)


def isnan(x):
    a, b = _of(x)
    return a != a or b != b


def isinf(x):
    a, b = _of(x)
    return math.isinf(a) or math.isinf(b)


def isfinite(x):
    a, b = _of(x)
    return math.isfinite(a) and math.isfinite(b)
