# A set as a base class: the value is in _set_value.


class set_:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._set_value = set()
        return self

    def __init__(self, iterable=()):
        self._set_value.clear()
        self._set_value.update(iterable)

    def __repr__(self):
        return type(self).__name__ + '(' + (repr(self._set_value) if self._set_value else '') + ')'

    def __len__(self):
        return len(self._set_value)

    def __iter__(self):
        return iter(self._set_value)

    def __contains__(self, x):
        return x in self._set_value

    def __or__(self, other):
        return self._set_value | _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __and__(self, other):
        return self._set_value & _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __sub__(self, other):
        return self._set_value - _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __xor__(self, other):
        return self._set_value ^ _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __ror__(self, other):
        return other | self._set_value if isinstance(other, (set, frozenset)) else NotImplemented

    def __rand__(self, other):
        return other & self._set_value if isinstance(other, (set, frozenset)) else NotImplemented

    def __rsub__(self, other):
        return other - self._set_value if isinstance(other, (set, frozenset)) else NotImplemented

    def __rxor__(self, other):
        return other ^ self._set_value if isinstance(other, (set, frozenset)) else NotImplemented

    def __ior__(self, other):
        self._set_value |= _plain(other)
        return self

    def __iand__(self, other):
        self._set_value &= _plain(other)
        return self

    def __isub__(self, other):
        self._set_value -= _plain(other)
        return self

    def __ixor__(self, other):
        self._set_value ^= _plain(other)
        return self

    def __eq__(self, other):
        return self._set_value == _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __ne__(self, other):
        return self._set_value != _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __lt__(self, other):
        return self._set_value < _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __le__(self, other):
        return self._set_value <= _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __gt__(self, other):
        return self._set_value > _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def __ge__(self, other):
        return self._set_value >= _plain(other) if isinstance(other, (set, frozenset)) else NotImplemented

    __hash__ = None

    def add(self, x):
        self._set_value.add(x)

    def remove(self, x):
        self._set_value.remove(x)

    def discard(self, x):
        self._set_value.discard(x)

    def pop(self):
        return self._set_value.pop()

    def clear(self):
        self._set_value.clear()

    def copy(self):
        return self._set_value.copy()

    def update(self, *others):
        self._set_value.update(*others)

    def intersection_update(self, *others):
        self._set_value.intersection_update(*others)

    def difference_update(self, *others):
        self._set_value.difference_update(*others)

    def symmetric_difference_update(self, other):
        self._set_value.symmetric_difference_update(other)

    def union(self, *others):
        return self._set_value.union(*others)

    def intersection(self, *others):
        return self._set_value.intersection(*others)

    def difference(self, *others):
        return self._set_value.difference(*others)

    def symmetric_difference(self, other):
        return self._set_value.symmetric_difference(other)

    def issubset(self, other):
        return self._set_value.issubset(other)

    def issuperset(self, other):
        return self._set_value.issuperset(other)

    def isdisjoint(self, other):
        return self._set_value.isdisjoint(other)


def _plain(x):
    return x._set_value if isinstance(x, set_) else x


_set_base(set_, set)
