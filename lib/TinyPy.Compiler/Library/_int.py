# An int as a base class: the value is in _int_value. Operators give plain ints, as in CPython.


class int_:
    def __new__(cls, x=0, *base):
        self = object.__new__(cls)
        self._int_value = int(x, *base)
        return self

    def __repr__(self):
        return repr(self._int_value)

    def __hash__(self):
        return hash(self._int_value)

    def __format__(self, spec):
        return format(self._int_value, spec)

    def __int__(self):
        return self._int_value

    def __index__(self):
        return self._int_value

    def __float__(self):
        return float(self._int_value)

    def __bool__(self):
        return self._int_value != 0

    def __neg__(self):
        return -self._int_value

    def __pos__(self):
        return self._int_value

    def __abs__(self):
        return abs(self._int_value)

    def __invert__(self):
        return ~self._int_value

    def __add__(self, other):
        return self._int_value + _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __radd__(self, other):
        return other + self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __sub__(self, other):
        return self._int_value - _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rsub__(self, other):
        return other - self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __mul__(self, other):
        return self._int_value * _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rmul__(self, other):
        return other * self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __truediv__(self, other):
        return self._int_value / _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rtruediv__(self, other):
        return other / self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __floordiv__(self, other):
        return self._int_value // _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rfloordiv__(self, other):
        return other // self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __mod__(self, other):
        return self._int_value % _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rmod__(self, other):
        return other % self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __pow__(self, other):
        return self._int_value ** _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rpow__(self, other):
        return other ** self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __lshift__(self, other):
        return self._int_value << _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rlshift__(self, other):
        return other << self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __rshift__(self, other):
        return self._int_value >> _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rrshift__(self, other):
        return other >> self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __and__(self, other):
        return self._int_value & _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rand__(self, other):
        return other & self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __or__(self, other):
        return self._int_value | _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __ror__(self, other):
        return other | self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __xor__(self, other):
        return self._int_value ^ _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __rxor__(self, other):
        return other ^ self._int_value if isinstance(other, (int, float)) else NotImplemented

    def __divmod__(self, other):
        return divmod(self._int_value, _plain(other)) if isinstance(other, (int, float)) else NotImplemented

    def __rdivmod__(self, other):
        return divmod(other, self._int_value) if isinstance(other, (int, float)) else NotImplemented

    def __eq__(self, other):
        return self._int_value == _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __ne__(self, other):
        return self._int_value != _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __lt__(self, other):
        return self._int_value < _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __le__(self, other):
        return self._int_value <= _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __gt__(self, other):
        return self._int_value > _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __ge__(self, other):
        return self._int_value >= _plain(other) if isinstance(other, (int, float)) else NotImplemented

    def __round__(self, *digits):
        return round(self._int_value, *digits)

    def bit_length(self):
        return self._int_value.bit_length()

    def to_bytes(self, *args, **kwargs):
        return self._int_value.to_bytes(*args, **kwargs)


def _plain(x):
    return x._int_value if isinstance(x, int_) else x


_set_base(int_, int)
