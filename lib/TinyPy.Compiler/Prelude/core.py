# What operators and several builtins share: comparison, hashing, text of values, iteration.


def _tinypy___construct(cls, *args, **kwargs):
    # cls(*args, **kwargs) of a class with __new__.
    x = cls.__new__(cls, *args, **kwargs)
    if isinstance(x, cls):
        m = _call_dunder(x, '__init__')
        if m is not NotImplemented:
            r = m(*args, **kwargs)
            if r is not None:
                raise TypeError("__init__() should return None, not '" + _type_name(r) + "'")
    return x


def _tinypy___math(f, *args):
    # A function of math called with objects that can be made numbers.
    r = []
    for v in args:
        r.append(v if isinstance(v, (int, float)) else float(v))
    return f(*r)


def _iterate(it):
    # yield from an iterator that is no generator: it has a __next__, and perhaps send, throw and close.
    try:
        v = next(it)
    except StopIteration as e:
        return e.value
    while True:
        try:
            sent = yield v
        except GeneratorExit:
            if hasattr(it, 'close'):
                it.close()
            raise
        except BaseException as e:
            if not hasattr(it, 'throw'):
                raise
            try:
                v = it.throw(e)
            except StopIteration as e:
                return e.value
        else:
            try:
                v = next(it) if sent is None else it.send(sent)
            except StopIteration as e:
                return e.value


def _totuple(x, n):
    r = []
    for v in x:
        r.append(v)
        if n >= 0 and len(r) > n:
            break
    return tuple(r)


def _contains(item, container):
    if isinstance(container, (bytes, bytearray)):
        m = _call_dunder(item, 'tobytes')
        if m is NotImplemented:
            raise TypeError("a bytes-like object is required, not '" + _type_name(item) + "'")
        return m() in container
    for v in container:
        if v is item or v == item:
            return True
    return False


def _equal(a, b):
    if isinstance(a, dict):
        if not isinstance(b, dict) or len(a) != len(b):
            return False
        for k in a:
            if k not in b:
                return False
            x = a[k]
            y = b[k]
            if x is not y and not x == y:
                return False
        return True
    if isinstance(a, (set, frozenset)):
        if not isinstance(b, (set, frozenset)) or len(a) != len(b):
            return False
        for k in a:
            if k not in b:
                return False
        return True
    if type(a) is not type(b) or not isinstance(a, (list, tuple)) or len(a) != len(b):
        return a is b
    i = 0
    while i < len(a) and i < len(b):
        x = a[i]
        y = b[i]
        if x is not y and not x == y:
            return False
        i += 1
    return True


def _less(a, b, op):
    if isinstance(a, (set, frozenset)):
        if op >= 2:
            a, b = b, a
            op -= 2
        if op == 0 and len(a) == len(b):
            return False
        for k in a:
            if k not in b:
                return False
        return True
    i = 0
    while i < len(a) and i < len(b):
        x = a[i]
        y = b[i]
        if x is not y and not x == y:
            if op == 0:
                return x < y
            if op == 1:
                return x <= y
            if op == 2:
                return x > y
            return x >= y
        i += 1
    if op == 0:
        return len(a) < len(b)
    if op == 1:
        return len(a) <= len(b)
    if op == 2:
        return len(a) > len(b)
    return len(a) >= len(b)


def _text_of(x, name, shown=None):
    m = _call_dunder(x, name)
    if m is NotImplemented:
        return m
    r = m()
    if not isinstance(r, str):
        raise TypeError((shown or name) + ' returned non-string (type ' + _type_name(r) + ')')
    return r


def _items_repr(x, seen):
    parts = []
    for v in x:
        parts.append(_repr_in(v, seen))
    return ', '.join(parts)


def _repr_in(x, seen):
    r = _text_of(x, '__repr__')
    if r is not NotImplemented:
        return r
    if isinstance(x, BaseException):
        a = x.args
        if len(a) == 1:
            return type(x).__name__ + '(' + _repr_in(a[0], seen) + ')'
        return type(x).__name__ + _repr_in(a, seen)
    if not isinstance(x, (list, tuple, dict, set, frozenset)):
        name = _type_name(x)
        if name == 'dict_keys' or name == 'dict_values' or name == 'dict_items':
            return name + '([' + _items_repr(x, seen) + '])'
        return repr(x)
    for s in seen:
        if s is x:
            if isinstance(x, list):
                return '[...]'
            if isinstance(x, tuple):
                return '(...)'
            return '{...}'
    seen.append(x)
    if isinstance(x, list):
        r = '[' + _items_repr(x, seen) + ']'
    elif isinstance(x, tuple):
        r = '(' + _items_repr(x, seen) + (',)' if len(x) == 1 else ')')
    elif isinstance(x, dict):
        parts = []
        for k in x:
            parts.append(_repr_in(k, seen) + ': ' + _repr_in(x[k], seen))
        r = '{' + ', '.join(parts) + '}'
    elif not x:
        r = _type_name(x) + '()'
    elif isinstance(x, set):
        r = '{' + _items_repr(x, seen) + '}'
    else:
        r = 'frozenset({' + _items_repr(x, seen) + '})'
    seen.pop()
    return r


def _repr(x):
    return _repr_in(x, [])


def _str(x):
    r = _text_of(x, '__str__')
    if r is not NotImplemented:
        return r
    if isinstance(x, BaseException):
        r = _text_of(x, '__repr__')
        a = x.args
        if not a:
            return ''
        if len(a) > 1:
            return _repr_in(a, [])
        return _repr_in(a[0], []) if isinstance(x, KeyError) else str(a[0])
    r = _text_of(x, '__repr__', '__str__')
    return _repr_in(x, []) if r is NotImplemented else r


def _format(x, spec=''):
    m = _call_dunder(x, '__format__')
    if m is not NotImplemented:
        r = m(spec)
        if not isinstance(r, str):
            raise TypeError('__format__ must return a str, not ' + _type_name(r))
        return r
    if spec:
        raise TypeError('unsupported format string passed to ' + _type_name(x) + '.__format__')
    return _str(x)


def _print(*args, sep=' ', end='\n', file=None, flush=False):
    if sep is None:
        sep = ' '
    if end is None:
        end = '\n'
    if not isinstance(sep, str):
        _raise(156, sep)
    if not isinstance(end, str):
        _raise(157, end)
    first = True
    for a in args:
        if not first:
            _write(sep)
        first = False
        _write(str(a))
    _write(end)


def _hash_find(d, k, h):
    i = 0
    while True:
        c = _hash_probe(d, h, i)
        if c is NotImplemented:
            return -1
        if c is k or c == k:
            return i
        i += 1


def _hash_get(d, k):
    h = hash(k)
    i = _hash_find(d, k, h)
    if i < 0:
        raise KeyError(k)
    return _dict_at(d, h, i)


def _hash_put(d, k, v=None):
    h = hash(k)
    i = _hash_find(d, k, h)
    if i < 0:
        _dict_put(d, h, k, v)
    else:
        _dict_set_at(d, h, i, v)


def _hash_set(v, d, k):
    _hash_put(d, k, v)


def _hash_del(d, k):
    h = hash(k)
    i = _hash_find(d, k, h)
    if i < 0:
        raise KeyError(k)
    _dict_del_at(d, h, i)


def _hash_has(k, d):
    return _hash_find(d, k, hash(k)) >= 0


def _build_dict(values):
    d = {}
    i = 0
    while i < len(values):
        d[values[i]] = values[i + 1]
        i += 2
    return d


def _build_set(values):
    s = set()
    for v in values:
        s.add(v)
    return s


def _list_extend(a, it):
    for v in it:
        a.append(v)
    return a


def _dict_update(d, source):
    m = NotImplemented
    if not isinstance(source, dict):
        m = _call_dunder(source, 'keys')
    if isinstance(source, dict) or m is not NotImplemented:
        for k in (source if m is NotImplemented else m()):
            d[k] = source[k]
        return d
    i = 0
    for pair in source:
        try:
            p = tuple(pair)
        except TypeError:
            raise TypeError('cannot convert dictionary update sequence element #' + str(i) + ' to a sequence') from None
        if len(p) != 2:
            raise ValueError('dictionary update sequence element #' + str(i) + ' has length ' + str(len(p)) + '; 2 is required')
        d[p[0]] = p[1]
        i += 1
    return d


def _dict_merge(d, source):
    # As f(**source): a key that is there already stays.
    m = _call_dunder(source, 'keys')
    if m is NotImplemented:
        raise TypeError('argument after ** must be a mapping, not ' + _type_name(source))
    for k in m():
        if not isinstance(k, str):
            raise TypeError('keywords must be strings')
        if k in d:
            raise TypeError("got multiple values for keyword argument '" + k + "'")
        d[k] = source[k]
    return d


def _slice_assign(v, a, k):
    a[k] = bytearray(v) if isinstance(a, bytearray) else list(v)


def _index(x):
    if x is None or type(x) is int or type(x) is bool:
        return x
    if isinstance(x, slice):
        return slice(_index(x.start), _index(x.stop), _index(x.step))
    m = _call_dunder(x, '__index__')
    if m is NotImplemented:
        return x
    r = m()
    if not isinstance(r, int):
        raise TypeError('__index__ returned non-int (type ' + _type_name(r) + ')')
    return r


def _index_get(a, k):
    return a[_index(k)]


def _index_set(v, a, k):
    a[_index(k)] = v


def _index_del(a, k):
    del a[_index(k)]


def _index_mul(a, b):
    return _index(a) * _index(b) if isinstance(a, (str, bytes, bytearray, list, tuple)) else _index(b) * _index(a)


def builtin__range(a, b=NotImplemented, c=NotImplemented):
    if b is NotImplemented:
        return range(_index(a))
    if c is NotImplemented:
        return range(_index(a), _index(b))
    return range(_index(a), _index(b), _index(c))


def builtin__bin(x):
    return bin(_index(x))


def builtin__oct(x):
    return oct(_index(x))


def builtin__hex(x):
    return hex(_index(x))


def builtin__hash(x):
    m = _call_dunder(x, '__hash__')
    if m is not NotImplemented:
        if m is None:
            raise TypeError("unhashable type: '" + _type_name(x) + "'")
        h = m()
        if not isinstance(h, int):
            raise TypeError('__hash__ method should return an integer')
        return h + 0
    if isinstance(x, tuple):
        h = 0x345678
        for v in x:
            h = ((h ^ hash(v)) * 1000003 + 97531) & 0x3fffffff
        return h
    if isinstance(x, frozenset):
        h = 1927868237
        for v in x:
            h ^= hash(v)
        return h & 0x3fffffff
    raise TypeError("unhashable type: '" + _type_name(x) + "'")


def builtin__repr(x):
    return _repr_in(x, [])


def builtin__ascii(x):
    r = []
    for c in _repr_in(x, []):
        n = ord(c)
        if n < 128:
            r.append(c)
        elif n < 256:
            r.append('\\x' + '%02x' % n)
        elif n < 65536:
            r.append('\\u' + '%04x' % n)
        else:
            r.append('\\U' + '%08x' % n)
    return ''.join(r)


def builtin__format(x, spec=''):
    return _format(x, spec)


def builtin__print(*args, sep=' ', end='\n', file=None, flush=False):
    _print(*args, sep=sep, end=end)


def builtin__iter(x, sentinel=NotImplemented):
    if sentinel is not NotImplemented:
        return _iter_call(x, sentinel)
    return _iter_items(x)


def _iter_call(f, sentinel):
    while True:
        v = f()
        if v == sentinel:
            return
        yield v


def _iter_items(x):
    i = 0
    while True:
        try:
            v = x[i]
        except IndexError:
            return
        yield v
        i += 1


def builtin__next(it, default):
    m = _call_dunder(it, '__next__')
    if m is NotImplemented:
        m = it.__next__
    try:
        return m()
    except StopIteration:
        return default


def builtin__len(x):
    m = _call_dunder(x, '__len__')
    if m is NotImplemented:
        raise TypeError("object of type '" + _type_name(x) + "' has no len()")
    n = m()
    if not isinstance(n, int):
        raise TypeError("'" + _type_name(n) + "' object cannot be interpreted as an integer")
    if n < 0:
        raise ValueError('__len__() should return >= 0')
    return int(n)


def builtin__getattr(x, name, default=NotImplemented):
    if default is NotImplemented:
        return getattr(x, name)
    try:
        return getattr(x, name)
    except AttributeError:
        return default


def builtin__hasattr(x, name):
    try:
        getattr(x, name)
    except AttributeError:
        return False
    return True
