# deque, namedtuple, OrderedDict, defaultdict, Counter.


class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._deque_max = maxlen
        self._deque_items = []
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._deque_max

    def append(self, x):
        self._deque_items.append(x)
        if self._deque_max is not None and len(self._deque_items) > self._deque_max:
            del self._deque_items[0]

    def appendleft(self, x):
        self._deque_items.insert(0, x)
        if self._deque_max is not None and len(self._deque_items) > self._deque_max:
            self._deque_items.pop()

    def extend(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for x in iterable:
            self.appendleft(x)

    def pop(self):
        if not self._deque_items:
            raise IndexError('pop from an empty deque')
        return self._deque_items.pop()

    def popleft(self):
        if not self._deque_items:
            raise IndexError('pop from an empty deque')
        return self._deque_items.pop(0)

    def clear(self):
        self._deque_items.clear()

    def copy(self):
        return type(self)(self._deque_items, self._deque_max)

    def count(self, x):
        return self._deque_items.count(x)

    def index(self, x, *range):
        if x not in self._deque_items:
            raise ValueError(repr(x) + ' is not in deque')
        return self._deque_items.index(x, *range)

    def insert(self, i, x):
        if self._deque_max is not None and len(self._deque_items) >= self._deque_max:
            raise IndexError('deque already at its maximum size')
        self._deque_items.insert(i, x)

    def remove(self, x):
        if x not in self._deque_items:
            raise ValueError(repr(x) + ' is not in deque')
        self._deque_items.remove(x)

    def reverse(self):
        self._deque_items.reverse()

    def rotate(self, n=1):
        count = len(self._deque_items)
        if count:
            n %= count
            self._deque_items[:] = self._deque_items[count - n:] + self._deque_items[:count - n]

    def _deque_index(self, i, what):
        if not isinstance(i, int):
            i = _index_of(i, "sequence index must be integer, not '")
        if not -len(self._deque_items) <= i < len(self._deque_items):
            raise IndexError('deque index out of range')
        return i

    def __getitem__(self, i):
        return self._deque_items[self._deque_index(i, 'get')]

    def __setitem__(self, i, v):
        self._deque_items[self._deque_index(i, 'set')] = v

    def __delitem__(self, i):
        del self._deque_items[self._deque_index(i, 'del')]

    def __len__(self):
        return len(self._deque_items)

    def __iter__(self):
        n = len(self._deque_items)
        for x in self._deque_items:
            yield x
            if len(self._deque_items) != n:
                raise RuntimeError('deque mutated during iteration')

    def __reversed__(self):
        return reversed(self._deque_items)

    def __contains__(self, x):
        return x in self._deque_items

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "' + _type_name(other) + '") to deque')
        return type(self)(self._deque_items + other._deque_items, self._deque_max)

    def __mul__(self, n):
        return type(self)(self._deque_items * n, self._deque_max)

    def __rmul__(self, n):
        return self * n

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __eq__(self, other):
        return self._deque_items == other._deque_items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._deque_items < other._deque_items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._deque_items <= other._deque_items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._deque_items > other._deque_items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._deque_items >= other._deque_items if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return type(self).__name__ + '(' + repr(self._deque_items) + (')' if self._deque_max is None else ', maxlen=' + str(self._deque_max) + ')')


def _index_of(x, what):
    m = _call_dunder(x, '__index__')
    if m is NotImplemented:
        raise TypeError(what + _type_name(x) + "'")
    return m()


def namedtuple(typename, field_names, *, rename=False, defaults=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = []
    for name in field_names:
        name = str(name)
        if rename and (not name.isidentifier() or name.startswith('_') or name in fields):
            name = '_' + str(len(fields))
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: ' + repr(name))
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: ' + repr(name))
        if name in fields:
            raise ValueError('Encountered duplicate field name: ' + repr(name))
        fields.append(name)
    fields = tuple(fields)
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(fields):
        raise TypeError('Got more default values than field names')

    class made(tuple):
        _fields = fields
        _field_defaults = dict(zip(fields[len(fields) - len(values):], values))

        def __new__(cls, *args, **kwargs):
            return super().__new__(cls, _named_values(typename, fields, cls._field_defaults, args, kwargs))

        @classmethod
        def _make(cls, iterable):
            r = tuple(iterable)
            if len(r) != len(fields):
                raise TypeError('Expected ' + str(len(fields)) + ' arguments, got ' + str(len(r)))
            return cls(*r)

        def _asdict(self):
            return dict(zip(fields, self))

        def _replace(self, **kwargs):
            r = []
            for name, v in zip(fields, self):
                r.append(kwargs.pop(name, v))
            if kwargs:
                raise ValueError('Got unexpected field names: ' + repr(list(kwargs)))
            return type(self)(*r)

        def __repr__(self):
            parts = []
            for name, v in zip(fields, self):
                parts.append(name + '=' + repr(v))
            return type(self).__name__ + '(' + ', '.join(parts) + ')'

    _set_base(made, typename)
    i = 0
    for name in fields:
        setattr(made, name, _named_field(i))
        i += 1
    return made


def _named_field(i):
    return property(lambda self: self[i])


def _named_values(typename, fields, defaults, args, kwargs):
    if len(args) > len(fields):
        n = len(fields) + 1
        raise TypeError(typename + '.__new__() takes ' + ('from ' + str(n - len(defaults)) + ' to ' if defaults else '') + str(n) + ' positional argument' + ('s' if n != 1 else '')
                        + ' but ' + str(len(args) + 1) + (' was' if not args else ' were') + ' given')
    r = list(args)
    missing = []
    for name in fields[len(args):]:
        if name in kwargs:
            r.append(kwargs.pop(name))
        elif name in defaults:
            r.append(defaults[name])
        else:
            missing.append(repr(name))
    for name in kwargs:
        if name in fields:
            raise TypeError(typename + ".__new__() got multiple values for argument '" + name + "'")
        raise TypeError(typename + ".__new__() got an unexpected keyword argument '" + name + "'")
    if missing:
        n = len(missing)
        text = missing[0] if n == 1 else missing[0] + ' and ' + missing[1] if n == 2 else ', '.join(missing[:-1]) + ', and ' + missing[-1]
        raise TypeError(typename + '.__new__() missing ' + str(n) + ' required positional argument' + ('s' if n > 1 else '') + ': ' + text)
    return r


class OrderedDict(dict):
    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return super().__eq__(other)

    def __ne__(self, other):
        r = self == other
        return r if r is NotImplemented else not r

    def __repr__(self):
        return type(self).__name__ + '(' + (repr(list(self.items())) if len(self) else '') + ')'

    def popitem(self, last=True):
        if not len(self):
            raise KeyError('dictionary is empty')
        if last:
            return super().popitem()
        k = next(iter(self))
        return k, self.pop(k)

    def move_to_end(self, key, last=True):
        v = self.pop(key)
        if last:
            self[key] = v
        else:
            rest = list(self.items())
            self.clear()
            self[key] = v
            self.update(rest)

    def copy(self):
        return type(self)(self)


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        v = self.default_factory()
        self[key] = v
        return v

    def __repr__(self):
        return type(self).__name__ + '(' + repr(self.default_factory) + ', ' + super().__repr__() + ')'

    def copy(self):
        return type(self)(self.default_factory, self)


class Counter(dict):
    def __init__(self, source=(), **kwargs):
        super().__init__()
        self.update(source, **kwargs)

    def __missing__(self, key):
        return 0

    def update(self, source=(), **kwargs):
        if isinstance(source, dict):
            for k in source:
                self[k] = self[k] + source[k]
        else:
            for k in source:
                self[k] = self[k] + 1
        for k in kwargs:
            self[k] = self[k] + kwargs[k]

    def elements(self):
        for k in self:
            i = 0
            while i < self[k]:
                yield k
                i += 1

    def most_common(self, n=None):
        r = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return r if n is None else r[:n]

    def total(self):
        return sum(self.values())

    def __repr__(self):
        if not len(self):
            return type(self).__name__ + '()'
        return type(self).__name__ + '(' + repr(dict(self.most_common())) + ')'
