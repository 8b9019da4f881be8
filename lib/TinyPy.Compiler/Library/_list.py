# A list as a base class: the value is in _list_value.


class list_:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._list_value = []
        return self

    def __init__(self, iterable=()):
        self._list_value[:] = list(iterable)

    def __repr__(self):
        return repr(self._list_value)

    def __len__(self):
        return len(self._list_value)

    def __iter__(self):
        return iter(self._list_value)

    def __reversed__(self):
        return reversed(self._list_value)

    def __contains__(self, x):
        return x in self._list_value

    def __getitem__(self, i):
        return self._list_value[i]

    def __setitem__(self, i, v):
        self._list_value[i] = v

    def __delitem__(self, i):
        del self._list_value[i]

    def __add__(self, other):
        if isinstance(other, list_):
            other = other._list_value
        return self._list_value + other if isinstance(other, list) else NotImplemented

    def __radd__(self, other):
        return other + self._list_value if isinstance(other, list) else NotImplemented

    def __iadd__(self, other):
        self._list_value.extend(other)
        return self

    def __mul__(self, n):
        return self._list_value * n if isinstance(n, int) or _call_dunder(n, '__index__') is not NotImplemented else NotImplemented

    def __rmul__(self, n):
        return self._list_value * n if isinstance(n, int) or _call_dunder(n, '__index__') is not NotImplemented else NotImplemented

    def __imul__(self, n):
        self._list_value *= n
        return self

    def __eq__(self, other):
        return self._list_value == _plain(other) if isinstance(other, list) else NotImplemented

    def __ne__(self, other):
        return self._list_value != _plain(other) if isinstance(other, list) else NotImplemented

    def __lt__(self, other):
        return self._list_value < _plain(other) if isinstance(other, list) else NotImplemented

    def __le__(self, other):
        return self._list_value <= _plain(other) if isinstance(other, list) else NotImplemented

    def __gt__(self, other):
        return self._list_value > _plain(other) if isinstance(other, list) else NotImplemented

    def __ge__(self, other):
        return self._list_value >= _plain(other) if isinstance(other, list) else NotImplemented

    __hash__ = None

    def append(self, x):
        self._list_value.append(x)

    def extend(self, iterable):
        self._list_value.extend(iterable)

    def insert(self, i, x):
        self._list_value.insert(i, x)

    def pop(self, i=-1):
        return self._list_value.pop(i)

    def remove(self, x):
        self._list_value.remove(x)

    def index(self, x, start=0, stop=9223372036854775807):
        return self._list_value.index(x, start, stop)

    def count(self, x):
        return self._list_value.count(x)

    def sort(self, *, key=None, reverse=False):
        self._list_value.sort(key=key, reverse=reverse)

    def reverse(self):
        self._list_value.reverse()

    def copy(self):
        return self._list_value.copy()

    def clear(self):
        self._list_value.clear()


def _plain(x):
    return x._list_value if isinstance(x, list_) else x


_set_base(list_, list)
