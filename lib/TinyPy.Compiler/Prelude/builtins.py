# Builtins over any iterable, with key functions, over user classes.


def builtin__list(it=()):
    r = []
    for v in it:
        r.append(v)
    return r


def builtin__tuple(it=()):
    r = []
    for v in it:
        r.append(v)
    return tuple(r)


def builtin__set(it=()):
    r = set()
    for v in it:
        r.add(v)
    return r


def builtin__frozenset(it=()):
    r = set()
    for v in it:
        r.add(v)
    return frozenset(r)


def builtin__dict(source=(), **kwargs):
    r = {}
    _dict_update(r, source)
    for k in kwargs:
        r[k] = kwargs[k]
    return r


def builtin__bytes(source, encoding='utf-8', errors='strict'):
    m = _call_dunder(source, '__bytes__')
    if m is not NotImplemented:
        r = m()
        if not isinstance(r, bytes):
            raise TypeError('__bytes__ returned non-bytes (type ' + _type_name(r) + ')')
        return r
    m = _call_dunder(source, '__index__')
    if m is not NotImplemented:
        n = m()
        if isinstance(n, int):
            return bytes(n)
    try:
        it = iter(source)
    except TypeError:
        raise TypeError("cannot convert '" + _type_name(source) + "' object to bytes") from None
    r = []
    for v in it:
        r.append(v)
    return bytes(r)


def builtin__bytearray(source, encoding='utf-8', errors='strict'):
    m = _call_dunder(source, 'tobytes')
    if m is not NotImplemented:
        return bytearray(m())
    m = _call_dunder(source, '__index__')
    if m is not NotImplemented:
        n = m()
        if isinstance(n, int):
            return bytearray(n)
    try:
        it = iter(source)
    except TypeError:
        raise TypeError("cannot convert '" + _type_name(source) + "' object to bytearray") from None
    r = []
    for v in it:
        r.append(v)
    return bytearray(r)


def _convert(x, names, what):
    for name in names:
        m = _call_dunder(x, name)
        if m is not NotImplemented:
            return m()
    raise TypeError(what + _type_name(x) + "'")


def builtin__int(x, base=10):
    m = _call_dunder(x, 'tobytes')
    if m is not NotImplemented:
        return int(m(), base)
    r = _convert(x, ('__int__', '__index__', '__trunc__'), "int() argument must be a string, a bytes-like object or a real number, not '")
    if not isinstance(r, int):
        raise TypeError(('__int__' if _call_dunder(x, '__int__') is not NotImplemented else '__index__') + ' returned non-int (type ' + _type_name(r) + ')')
    return int(r)


def builtin__float(x):
    r = _convert(x, ('__float__', '__index__'), "float() argument must be a string or a real number, not '")
    if isinstance(r, float):
        return r
    if _call_dunder(x, '__float__') is not NotImplemented:
        raise TypeError(_type_name(x) + '.__float__ returned non-float (type ' + _type_name(r) + ')')
    if not isinstance(r, int):
        raise TypeError('__index__ returned non-int (type ' + _type_name(r) + ')')
    return float(r)


def builtin__str(x='', encoding=None, errors=None):
    if encoding is not None:
        return x.decode(encoding)
    return _str(x)


def builtin__enumerate(iterable, start=0):
    return _enumerate(iterable, _index(start))


def _enumerate(iterable, start):
    for v in iterable:
        yield (start, v)
        start += 1


def builtin__zip(*iterables, strict=False):
    its = []
    for i in iterables:
        its.append(iter(i))
    if len(its) == 2 and not strict:
        return _zip_two(its[0], its[1])
    return _zip(its, strict)


def _zip_two(a, b):
    end = []
    for x in a:
        y = next(b, end)
        if y is end:
            return
        yield (x, y)


def _zip(its, strict):
    end = []
    if not its:
        return
    while True:
        r = []
        for i in its:
            v = next(i, end)
            if v is end:
                if strict:
                    n = len(r)
                    if n:
                        raise ValueError('zip() argument ' + str(n + 1) + ' is shorter than argument' + ('s 1-' + str(n) if n > 1 else ' 1'))
                    n = 1
                    while n < len(its):
                        if next(its[n], end) is not end:
                            raise ValueError('zip() argument ' + str(n + 1) + ' is longer than argument' + ('s 1-' + str(n) if n > 1 else ' 1'))
                        n += 1
                return
            r.append(v)
        yield tuple(r)


def builtin__map(f, first, *more):
    return _map_more(f, zip(first, *more)) if more else _map(f, iter(first))


def _map(f, it):
    for v in it:
        yield f(v)


def _map_more(f, it):
    for args in it:
        yield f(*args)


def builtin__filter(f, iterable):
    return _filter(f, iter(iterable))


def _filter(f, iterable):
    for v in iterable:
        if v if f is None else f(v):
            yield v


def builtin__reversed(x):
    m = _call_dunder(x, '__reversed__')
    if m is not NotImplemented:
        return m()
    if _call_dunder(x, '__getitem__') is NotImplemented or _call_dunder(x, '__len__') is NotImplemented:
        raise TypeError("'" + _type_name(x) + "' object is not reversible")
    return _reversed_items(x)


def _reversed_items(x):
    i = len(x)
    while i > 0:
        i -= 1
        yield x[i]


def builtin__all(iterable):
    for v in iterable:
        if not v:
            return False
    return True


def builtin__any(iterable):
    for v in iterable:
        if v:
            return True
    return False


def builtin__sum(iterable, start=0):
    for v in iterable:
        start = start + v
    return start


def _extreme(name, sign, args, key, default):
    if len(args) == 1:
        values = args[0]
    else:
        if default is not NotImplemented:
            raise TypeError('Cannot specify a default for ' + name + '() with multiple positional arguments')
        values = args
    best = NotImplemented
    best_key = None
    for v in values:
        k = v if key is None else key(v)
        if best is NotImplemented or (k > best_key if sign else k < best_key):
            best = v
            best_key = k
    if best is NotImplemented:
        if default is NotImplemented:
            raise ValueError(name + '() arg is an empty sequence')
        return default
    return best


def builtin__max(*args, key=None, default=NotImplemented):
    return _extreme('max', True, args, key, default)


def builtin__min(*args, key=None, default=NotImplemented):
    return _extreme('min', False, args, key, default)


def builtin__sorted(iterable, key=None, reverse=False):
    r = []
    for v in iterable:
        r.append(v)
    _sort(r, key, reverse)
    return r


def list__sort(self, key=None, reverse=False):
    _sort(self, key, reverse)


def _sort(a, key, reverse):
    # A stable merge sort of the items by their keys; equal items keep their order also when reversed.
    items = a[:]
    n = len(items)
    a.clear()
    try:
        order = _order(items, key, reverse)
        changed = len(a) > 0
    except BaseException:
        a[:] = items
        raise
    a.clear()
    for i in order:
        a.append(items[i])
    if changed:
        raise ValueError('list modified during sort')


def _order(items, key, reverse):
    n = len(items)
    if key is None:
        keys = items
    else:
        keys = []
        for v in items:
            keys.append(key(v))
    order = list(range(n))
    if reverse:
        order.reverse()
    width = 1
    while width < n:
        merged = []
        low = 0
        while low < n:
            i = low
            middle = low + width
            if middle > n:
                middle = n
            j = middle
            high = middle + width
            if high > n:
                high = n
            while i < middle and j < high:
                if keys[order[j]] < keys[order[i]]:
                    merged.append(order[j])
                    j += 1
                else:
                    merged.append(order[i])
                    i += 1
            while i < middle:
                merged.append(order[i])
                i += 1
            while j < high:
                merged.append(order[j])
                j += 1
            low = high
        order = merged
        width += width
    if reverse:
        order.reverse()
    return order


def builtin__divmod(a, b):
    m = _call_dunder(a, '__divmod__')
    if m is not NotImplemented:
        r = m(b)
        if r is not NotImplemented:
            return r
    m = _call_dunder(b, '__rdivmod__')
    if m is not NotImplemented:
        r = m(a)
        if r is not NotImplemented:
            return r
    raise TypeError("unsupported operand type(s) for divmod(): '" + _type_name(a) + "' and '" + _type_name(b) + "'")


def builtin__pow(a, b, c=None):
    if c is None:
        return a ** b
    if not (isinstance(a, int) and isinstance(b, int) and isinstance(c, int)):
        if isinstance(a, float) or isinstance(b, float) or isinstance(c, float):
            raise TypeError('pow() 3rd argument not allowed unless all arguments are integers')
        raise TypeError("unsupported operand type(s) for ** or pow(): '" + _type_name(a) + "', '" + _type_name(b) + "', '" + _type_name(c) + "'")
    if c == 0:
        raise ValueError('pow() 3rd argument cannot be 0')
    if b < 0:
        m = abs(c)
        x = a % m
        y = m
        u = 1
        v = 0
        while y:
            q = x // y
            x, y = y, x - q * y
            u, v = v, u - q * v
        if x != 1:
            raise ValueError('base is not invertible for the given modulus')
        a = u % m
        b = -b
    r = 1 % c
    a %= c
    while b:
        if b & 1:
            r = r * a % c
        a = a * a % c
        b >>= 1
    return r


def builtin__round(x, digits=None):
    m = _call_dunder(x, '__round__')
    if m is NotImplemented:
        raise TypeError('type ' + _type_name(x) + " doesn't define __round__ method")
    return m() if digits is None else m(digits)


def _real(x):
    # The float of a number; what float() would read from a text is none.
    if not isinstance(x, (int, float)) and _call_dunder(x, '__float__') is NotImplemented and _call_dunder(x, '__index__') is NotImplemented:
        raise TypeError('must be real number, not ' + _type_name(x))
    return float(x)


def _whole(x):
    if isinstance(x, int):
        return x
    m = _call_dunder(x, '__index__')
    if m is NotImplemented:
        raise TypeError("'" + _type_name(x) + "' object cannot be interpreted as an integer")
    return m()


def math__factorial(n):
    n = _whole(n)
    if n < 0:
        raise ValueError('factorial() not defined for negative values')
    r = 1
    while n > 1:
        r *= n
        n -= 1
    return r


def math__isclose(a, b, rel_tol=1e-09, abs_tol=0.0):
    a = _real(a)
    b = _real(b)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    d = abs(a - b)
    if d != d or d == float('inf'):
        return False
    return d <= abs(rel_tol * b) or d <= abs(rel_tol * a) or d <= abs_tol


def math__prod(iterable, start=1):
    for v in iterable:
        start = start * v
    return start


def math__comb(n, k):
    n = _whole(n)
    k = _whole(k)
    if n < 0:
        raise ValueError('n must be a non-negative integer')
    if k < 0:
        raise ValueError('k must be a non-negative integer')
    if k > n:
        return 0
    if k > n - k:
        k = n - k
    r = 1
    i = 0
    while i < k:
        r = r * (n - i) // (i + 1)
        i += 1
    return r


def math__dist(p, q):
    p = tuple(p)
    q = tuple(q)
    if len(p) != len(q):
        raise ValueError('both points must have the same number of dimensions')
    s = 0.0
    i = 0
    while i < len(p):
        d = _real(p[i]) - _real(q[i])
        s += d * d
        i += 1
    return s ** 0.5


def math__fsum(iterable):
    # Shewchuk's exact sum: the partial sums do not overlap.
    partials = []
    for x in iterable:
        x = _real(x)
        i = 0
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                partials[i] = low
                i += 1
            x = high
        partials[i:] = [x]
    total = 0.0
    n = len(partials)
    if n:
        n -= 1
        total = partials[n]
        low = 0.0
        while n > 0:
            x = total
            n -= 1
            y = partials[n]
            total = x + y
            low = y - (total - x)
            if low:
                break
        if n > 0 and (low < 0.0 and partials[n - 1] < 0.0 or low > 0.0 and partials[n - 1] > 0.0):
            y = low * 2.0
            x = total + y
            if y == x - total:
                total = x
    return total


def random__choice(seq):
    if not len(seq):
        raise IndexError('Cannot choose from an empty sequence')
    import random
    return seq[random.randrange(len(seq))]


def host__emit(value):
    # None: taken, and the output quota made the script wait.
    while _host(0, value) is False:
        _host(2, False)


def host__receive(timeout=None):
    until = _host(1, timeout)
    message = _host(3, until)
    while message is NotImplemented:
        _host(2, until)
        message = _host(3, until)
    return message


def random__shuffle(x):
    import random
    i = len(x) - 1
    while i > 0:
        j = random.randrange(i + 1)
        x[i], x[j] = x[j], x[i]
        i -= 1


def random__sample(population, k):
    import random
    pool = list(population)
    n = len(pool)
    if not 0 <= k <= n:
        raise ValueError('Sample larger than population or is negative')
    r = []
    i = 0
    while i < k:
        j = random.randrange(n - i)
        r.append(pool[j])
        pool[j] = pool[n - i - 1]
        i += 1
    return r


def math__asinh(x):
    import math
    x = _real(x)
    a = abs(x)
    if a != a or a == math.inf or a < 3.725290298461914e-09:
        return x
    if a > 268435456.0:
        r = math.log(a) + 0.6931471805599453
    elif a > 2.0:
        r = math.log(2.0 * a + 1.0 / (math.sqrt(a * a + 1.0) + a))
    else:
        t = a * a
        r = math.log1p(a + t / (1.0 + math.sqrt(1.0 + t)))
    return math.copysign(r, x)


def math__acosh(x):
    import math
    x = _real(x)
    if x < 1.0:
        raise ValueError('math domain error')
    if x >= 268435456.0:
        return x if x == math.inf else math.log(x) + 0.6931471805599453
    if x > 2.0:
        return math.log(2.0 * x - 1.0 / (x + math.sqrt(x * x - 1.0)))
    t = x - 1.0
    return math.log1p(t + math.sqrt(2.0 * t + t * t))


def math__atanh(x):
    import math
    x = _real(x)
    a = abs(x)
    if a >= 1.0:
        raise ValueError('math domain error')
    if a != a or a < 3.725290298461914e-09:
        return x
    t = a + a
    return math.copysign(0.5 * math.log1p(t + t * a / (1.0 - a) if a < 0.5 else t / (1.0 - a)), x)


def _erf_small(x):
    # The series of erf, from its last term up.
    import math
    s = x * x
    r = 0.0
    k = 25.5
    while k > 1.0:
        r = 2.0 + s * r / k
        k -= 1.0
    return r * x * math.exp(-s) / 1.772453850905516


def _erfc_large(x):
    # The continued fraction of erfc for positive x.
    import math
    if x >= 30.0:
        return 0.0
    s = x * x
    a = 0.0
    step = 0.5
    p = 1.0
    before_p = 0.0
    q = step + s
    before_q = 1.0
    i = 0
    while i < 50:
        a += step
        step += 2.0
        b = step + s
        p, before_p = b * p - a * before_p, p
        q, before_q = b * q - a * before_q, q
        i += 1
    return p / q * x * math.exp(-s) / 1.772453850905516


def math__erf(x):
    x = _real(x)
    if x != x:
        return x
    if abs(x) < 1.5:
        return _erf_small(x)
    r = _erfc_large(abs(x))
    return 1.0 - r if x > 0.0 else r - 1.0


def math__erfc(x):
    x = _real(x)
    if x != x:
        return x
    if abs(x) < 1.5:
        return 1.0 - _erf_small(x)
    r = _erfc_large(abs(x))
    return r if x > 0.0 else 2.0 - r


def _lanczos(x):
    # The rational function of Lanczos' approximation (g = 6.024680040776729583740234375, 13 terms).
    top = (23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216, 248874557.86205417,
           31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936, 2.5066282746310002)
    bottom = (0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0)
    p = q = 0.0
    if x < 5.0:
        i = 12
        while i >= 0:
            p = p * x + top[i]
            q = q * x + bottom[i]
            i -= 1
    else:
        i = 0
        while i < 13:
            p = p / x + top[i]
            q = q / x + bottom[i]
            i += 1
    return p / q


def _sin_pi(x):
    import math
    y = math.fmod(abs(x), 2.0)
    n = round(2.0 * y)
    if n == 0:
        r = math.sin(math.pi * y)
    elif n == 1:
        r = math.cos(math.pi * (y - 0.5))
    elif n == 2:
        r = math.sin(math.pi * (1.0 - y))
    elif n == 3:
        r = -math.cos(math.pi * (y - 1.5))
    else:
        r = math.sin(math.pi * (y - 2.0))
    return math.copysign(1.0, x) * r


def math__gamma(x):
    import math
    x = _real(x)
    if x != x or x == math.inf:
        return x
    if x == -math.inf or x == 0.0 or x < 0.0 and x == math.floor(x) if abs(x) < 9007199254740992.0 else x < 0.0:
        raise ValueError('math domain error')
    if x > 0.0 and x <= 23.0 and x == math.floor(x):
        r = 1.0
        i = 2.0
        while i < x:
            r *= i
            i += 1.0
        return r
    a = abs(x)
    if a < 1e-20:
        r = 1.0 / x
        if r == math.inf or r == -math.inf:
            raise OverflowError('math range error')
        return r
    if a > 200.0:
        if x < 0.0:
            return 0.0 / _sin_pi(x)
        raise OverflowError('math range error')
    y = a + 5.524680040776729
    if a > 5.524680040776729:
        z = y - a - 5.524680040776729
    else:
        z = y - 5.524680040776729 - a
    z = z * 6.02468004077673 / y
    if x < 0.0:
        r = -math.pi / _sin_pi(a) / a * math.exp(y) / _lanczos(a)
        r -= z * r
        if a < 140.0:
            r /= y ** (a - 0.5)
        else:
            p = y ** (a / 2.0 - 0.25)
            r = r / p / p
    else:
        r = _lanczos(a) / math.exp(y)
        r += z * r
        if a < 140.0:
            r *= y ** (a - 0.5)
        else:
            p = y ** (a / 2.0 - 0.25)
            r = r * p * p
    if r == math.inf or r == -math.inf:
        raise OverflowError('math range error')
    return r


def math__lgamma(x):
    import math
    x = _real(x)
    if x != x:
        return x
    a = abs(x)
    if a == math.inf:
        return math.inf
    if a >= 9007199254740992.0 and x < 0.0 or x <= 2.0 and x == math.floor(x):
        if x <= 0.0:
            raise ValueError('math domain error')
        return 0.0
    if a < 1e-20:
        return -math.log(a)
    r = math.log(_lanczos(a)) - 6.02468004077673
    r += (a - 0.5) * (math.log(a + 5.524680040776729) - 1.0)
    if x < 0.0:
        r = 1.1447298858494002 - math.log(abs(_sin_pi(a))) - math.log(a) - r
    if r == math.inf:
        raise OverflowError('math range error')
    return r
