# Methods of the containers and numbers that take any iterable or need user code.


def list__extend(self, iterable):
    for v in iterable:
        self.append(v)


def bytearray__extend(self, iterable):
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError("can't extend bytearray with " + _type_name(iterable)) from None
    r = bytearray()
    for v in it:
        r.append(v)
    self += r


def bytearray__remove(self, value):
    i = self.find(bytes((value,)))
    if i < 0:
        raise ValueError('value not found in bytearray')
    self.pop(i)


def _find_item(a, x, start, stop):
    n = len(a)
    if start < 0:
        start += n
        if start < 0:
            start = 0
    if stop < 0:
        stop += n
    while start < stop and start < len(a):
        v = a[start]
        if v is x or v == x:
            return start
        start += 1
    return -1


def list__remove(self, x):
    i = _find_item(self, x, 0, len(self))
    if i < 0:
        raise ValueError('list.remove(x): x not in list')
    del self[i]


def list__index(self, x, start=0, stop=9223372036854775807):
    i = _find_item(self, x, start, stop)
    if i < 0:
        raise ValueError(repr(x) + ' is not in list')
    return i


def tuple__index(self, x, start=0, stop=9223372036854775807):
    i = _find_item(self, x, start, stop)
    if i < 0:
        raise ValueError('tuple.index(x): x not in tuple')
    return i


def _count_items(a, x):
    n = 0
    for v in a:
        if v is x or v == x:
            n += 1
    return n


def list__count(self, x):
    return _count_items(self, x)


def tuple__count(self, x):
    return _count_items(self, x)


def range__index(self, x):
    i = 0
    for v in self:
        if v == x:
            return i
        i += 1
    raise ValueError(repr(x) + ' is not in range' if isinstance(x, int) else 'sequence.index(x): x not in sequence')


def range__count(self, x):
    return 1 if x in self else 0


def slice__indices(self, length):
    if not isinstance(length, int):
        if _call_dunder(length, '__index__') is NotImplemented:
            _raise(110, length)
        length = _index(length)
    step = 1 if self.step is None else self.step
    if step == 0:
        raise ValueError('slice step cannot be zero')
    if length < 0:
        raise ValueError('length should not be negative')
    low = 0
    high = length
    if step < 0:
        low = -1
        high = length - 1
    r = []
    for v, default in ((self.start, high if step < 0 else low), (self.stop, low if step < 0 else high)):
        if v is None:
            v = default
        elif v < 0:
            v += length
            if v < low:
                v = low
        elif v > high:
            v = high
        r.append(v)
    return (r[0], r[1], step)


def dict__get(self, key, default=None):
    if key in self:
        return self[key]
    return default


def dict__pop(self, key, default=NotImplemented):
    if default is NotImplemented or key in self:
        v = self[key]
        del self[key]
        return v
    return default


def dict__setdefault(self, key, default=None):
    if key in self:
        return self[key]
    self[key] = default
    return default


def dict__update(self, source=(), **kwargs):
    _dict_update(self, source)
    for k in kwargs:
        self[k] = kwargs[k]


def dict__fromkeys(iterable, value=None):
    d = {}
    for k in iterable:
        d[k] = value
    return d


def _set_of(x):
    return x if isinstance(x, (set, frozenset)) else set(x)


def _union(s, others):
    r = set(s)
    for o in others:
        for v in o:
            r.add(v)
    return r


def _intersection(s, others):
    r = set(s)
    for o in others:
        o = _set_of(o)
        kept = set()
        for v in r:
            if v in o:
                kept.add(v)
        r = kept
    return r


def _difference(s, others):
    r = set(s)
    for o in others:
        for v in o:
            r.discard(v)
    return r


def _symmetric(s, other):
    other = _set_of(other)
    r = set()
    for v in s:
        if v not in other:
            r.add(v)
    for v in other:
        if v not in s:
            r.add(v)
    return r


def _issubset(s, other):
    other = _set_of(other)
    for v in s:
        if v not in other:
            return False
    return True


def _issuperset(s, other):
    for v in other:
        if v not in s:
            return False
    return True


def _isdisjoint(s, other):
    for v in other:
        if v in s:
            return False
    return True


def _replace(s, r):
    s.clear()
    for v in r:
        s.add(v)


def set__add(self, x):
    _hash_put(self, x)


def set__discard(self, x):
    h = hash(x)
    i = _hash_find(self, x, h)
    if i >= 0:
        _dict_del_at(self, h, i)


def set__remove(self, x):
    _hash_del(self, x)


def set__update(self, *others):
    for o in others:
        for v in list(o):
            self.add(v)


def set__intersection_update(self, *others):
    _replace(self, _intersection(self, others))


def set__difference_update(self, *others):
    _replace(self, _difference(self, others))


def set__symmetric_difference_update(self, other):
    _replace(self, _symmetric(self, other))


def set__union(self, *others):
    return _union(self, others)


def set__intersection(self, *others):
    return _intersection(self, others)


def set__difference(self, *others):
    return _difference(self, others)


def set__symmetric_difference(self, other):
    return _symmetric(self, other)


def set__issubset(self, other):
    return _issubset(self, other)


def set__issuperset(self, other):
    return _issuperset(self, other)


def set__isdisjoint(self, other):
    return _isdisjoint(self, other)


def frozenset__union(self, *others):
    return frozenset(_union(self, others))


def frozenset__intersection(self, *others):
    return frozenset(_intersection(self, others))


def frozenset__difference(self, *others):
    return frozenset(_difference(self, others))


def frozenset__symmetric_difference(self, other):
    return frozenset(_symmetric(self, other))


def frozenset__issubset(self, other):
    return _issubset(self, other)


def frozenset__issuperset(self, other):
    return _issuperset(self, other)


def frozenset__isdisjoint(self, other):
    return _isdisjoint(self, other)


def int____index__(self):
    return self


def int__to_bytes(self, length=1, byteorder='big', signed=False):
    if not isinstance(length, int):
        _raise(110, length)
    if not isinstance(byteorder, str):
        raise TypeError("to_bytes() argument 'byteorder' must be str, not " + ('None' if byteorder is None else _type_name(byteorder)))
    if byteorder != 'big' and byteorder != 'little':
        raise ValueError("byteorder must be either 'little' or 'big'")
    if length < 0:
        raise ValueError('length argument must be non-negative')
    if self < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    r = bytearray(length)
    v = self
    i = 0
    while i < length:
        r[i] = v & 255
        v >>= 8
        i += 1
    if v != 0 and v != -1 or (self >= 0 and v != 0) or (signed and length and (self < 0) != (r[-1] > 127)) or (self < 0 and v != -1):
        raise OverflowError('int too big to convert')
    if byteorder == 'big':
        r.reverse()
    return bytes(r)


def int__from_bytes(data, byteorder='big', signed=False):
    if isinstance(data, (int, float, str)) or data is None:
        raise TypeError("cannot convert '" + _type_name(data) + "' object to bytes")
    if not isinstance(byteorder, str):
        raise TypeError("from_bytes() argument 'byteorder' must be str, not " + ('None' if byteorder is None else _type_name(byteorder)))
    if byteorder != 'big' and byteorder != 'little':
        raise ValueError("byteorder must be either 'little' or 'big'")
    b = list(data if isinstance(data, (bytes, bytearray)) else bytes(data))
    if byteorder == 'little':
        b.reverse()
    r = 0
    first = True
    for v in b:
        if first and signed and v > 127:
            v -= 256
        first = False
        r = r * 256 + v
    return r
