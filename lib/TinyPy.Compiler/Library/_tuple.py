# A tuple as a base class: the value is in _tuple_value.


class tuple_:
    def __new__(cls, iterable=()):
        self = object.__new__(cls)
        self._tuple_value = tuple(iterable)
        return self

    def __repr__(self):
        return repr(self._tuple_value)

    def __len__(self):
        return len(self._tuple_value)

    def __iter__(self):
        return iter(self._tuple_value)

    def __reversed__(self):
        return reversed(self._tuple_value)

    def __contains__(self, x):
        return x in self._tuple_value

    def __getitem__(self, i):
        return self._tuple_value[i]

    def __add__(self, other):
        return self._tuple_value + _plain(other) if isinstance(other, tuple) else NotImplemented

    def __radd__(self, other):
        return other + self._tuple_value if isinstance(other, tuple) else NotImplemented

    def __mul__(self, n):
        return self._tuple_value * n if isinstance(n, int) or _call_dunder(n, '__index__') is not NotImplemented else NotImplemented

    def __rmul__(self, n):
        return self._tuple_value * n if isinstance(n, int) or _call_dunder(n, '__index__') is not NotImplemented else NotImplemented

    def __eq__(self, other):
        return self._tuple_value == _plain(other) if isinstance(other, tuple) else NotImplemented

    def __ne__(self, other):
        return self._tuple_value != _plain(other) if isinstance(other, tuple) else NotImplemented

    def __lt__(self, other):
        return self._tuple_value < _plain(other) if isinstance(other, tuple) else NotImplemented

    def __le__(self, other):
        return self._tuple_value <= _plain(other) if isinstance(other, tuple) else NotImplemented

    def __gt__(self, other):
        return self._tuple_value > _plain(other) if isinstance(other, tuple) else NotImplemented

    def __ge__(self, other):
        return self._tuple_value >= _plain(other) if isinstance(other, tuple) else NotImplemented

    def __hash__(self):
        return hash(self._tuple_value)

    def index(self, x, start=0, stop=9223372036854775807):
        return self._tuple_value.index(x, start, stop)

    def count(self, x):
        return self._tuple_value.count(x)


def _plain(x):
    return x._tuple_value if isinstance(x, tuple_) else x


_set_base(tuple_, tuple)
