# A dict as a base class: the value is in _dict_value. A subclass may have __missing__.


class dict_:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._dict_value = {}
        return self

    def __init__(self, source=(), **kwargs):
        self._dict_value.update(source, **kwargs)

    def __repr__(self):
        return repr(self._dict_value)

    def __len__(self):
        return len(self._dict_value)

    def __iter__(self):
        return iter(self._dict_value)

    def __reversed__(self):
        return reversed(self._dict_value)

    def __contains__(self, k):
        return k in self._dict_value

    def __getitem__(self, k):
        if k not in self._dict_value:
            m = _call_dunder(self, '__missing__')
            if m is not NotImplemented:
                return m(k)
        return self._dict_value[k]

    def __setitem__(self, k, v):
        self._dict_value[k] = v

    def __delitem__(self, k):
        del self._dict_value[k]

    def __eq__(self, other):
        return self._dict_value == _plain(other) if isinstance(other, dict) else NotImplemented

    def __ne__(self, other):
        return self._dict_value != _plain(other) if isinstance(other, dict) else NotImplemented

    def __or__(self, other):
        return self._dict_value | _plain(other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return other | self._dict_value if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self._dict_value.update(other)
        return self

    __hash__ = None

    def get(self, k, default=None):
        return self._dict_value.get(k, default)

    def keys(self):
        return self._dict_value.keys()

    def values(self):
        return self._dict_value.values()

    def items(self):
        return self._dict_value.items()

    def pop(self, k, *default):
        return self._dict_value.pop(k, *default)

    def popitem(self):
        return self._dict_value.popitem()

    def setdefault(self, k, default=None):
        return self._dict_value.setdefault(k, default)

    def update(self, source=(), **kwargs):
        self._dict_value.update(source, **kwargs)

    def copy(self):
        return self._dict_value.copy()

    def clear(self):
        self._dict_value.clear()

    @classmethod
    def fromkeys(cls, iterable, value=None):
        d = cls()
        for k in iterable:
            d[k] = value
        return d


def _plain(x):
    return x._dict_value if isinstance(x, dict_) else x


_set_base(dict_, dict)
