# Arrays of numbers. They check what goes in as CPython does, and keep the values in a list.

from struct import pack, unpack

_NAMES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short', 'i': 'signed integer', 'I': 'unsigned int', 'l': 'signed long', 'L': 'unsigned long'}
_SIZES = {'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}


class array:
    def __init__(self, typecode, source=()):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + _type_name(typecode))
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._array_items = []
        if isinstance(source, str):
            raise TypeError("cannot use a str to initialize an array with typecode '" + typecode + "'")
        if isinstance(source, (bytes, bytearray)):
            self.frombytes(source)
        else:
            for v in source:
                self.append(v)

    def _array_check(self, v):
        c = self.typecode
        if c == 'd' or c == 'f':
            if not isinstance(v, float):
                if not isinstance(v, int):
                    m = _call_dunder(v, '__float__')
                    if m is NotImplemented:
                        raise TypeError('must be real number, not ' + _type_name(v))
                    v = m()
                v = float(v)
            if c == 'f' and v == v and v != float('inf') and v != float('-inf'):
                v = unpack('<f', pack('<f', v))[0]
            return v
        if not isinstance(v, int):
            m = _call_dunder(v, '__index__')
            if m is NotImplemented:
                if isinstance(v, float):
                    raise TypeError("'float' object cannot be interpreted as an integer")
                raise TypeError("'" + _type_name(v) + "' object cannot be interpreted as an integer")
            v = m()
        v = int(v)
        bits = self.itemsize * 8
        if bits == 64:
            if v < 0 and c.isupper():
                raise OverflowError("can't convert negative value to unsigned int")
            return v
        low = 0 if c.isupper() else -(1 << (bits - 1))
        high = (1 << bits) - 1 if c.isupper() else (1 << (bits - 1)) - 1
        if v < low:
            if c == 'I':
                raise OverflowError("can't convert negative value to unsigned int")
            raise OverflowError(_NAMES[c] + ' is less than minimum')
        if v > high:
            raise OverflowError(_NAMES[c] + ' is greater than maximum')
        return v

    def append(self, v):
        self._array_items.append(self._array_check(v))

    def extend(self, source):
        if isinstance(source, array):
            if source.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._array_items.extend(source._array_items)
            return
        for v in source:
            self.append(v)

    def fromlist(self, values):
        if not isinstance(values, list):
            raise TypeError('arg must be list')
        r = []
        for v in values:
            r.append(self._array_check(v))
        self._array_items.extend(r)

    def frombytes(self, data):
        data = bytes(data)
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._array_items.extend(unpack('=' + str(len(data) // self.itemsize) + _letter(self.typecode), data))

    def tobytes(self):
        return pack('=' + str(len(self._array_items)) + _letter(self.typecode), *self._array_items) if len(self._array_items) < 200 else b''.join(self._array_parts())

    def _array_parts(self):
        i = 0
        while i < len(self._array_items):
            part = self._array_items[i:i + 100]
            yield pack('=' + str(len(part)) + _letter(self.typecode), *part)
            i += 100

    def __bytes__(self):
        return self.tobytes()

    def tolist(self):
        return self._array_items[:]

    def insert(self, i, v):
        self._array_items.insert(i, self._array_check(v))

    def pop(self, i=-1):
        if not self._array_items:
            raise IndexError('pop from empty array')
        if not -len(self._array_items) <= i < len(self._array_items):
            raise IndexError('pop index out of range')
        return self._array_items.pop(i)

    def remove(self, v):
        if v not in self._array_items:
            raise ValueError('array.remove(x): x not in array')
        self._array_items.remove(v)

    def index(self, v, *range):
        if v not in self._array_items:
            raise ValueError('array.index(x): x not in array')
        return self._array_items.index(v, *range)

    def count(self, v):
        return self._array_items.count(v)

    def reverse(self):
        self._array_items.reverse()

    def byteswap(self):
        data = self.tobytes()
        n = self.itemsize
        i = 0
        self._array_items.clear()
        while i < len(data):
            self.frombytes(data[i:i + n][::-1])
            i += n

    def _array_like(self, items):
        r = array(self.typecode)
        r._array_items = items
        return r

    def __len__(self):
        return len(self._array_items)

    def __iter__(self):
        return iter(self._array_items)

    def __contains__(self, v):
        return v in self._array_items

    def _array_index(self, i, what):
        if not isinstance(i, int):
            m = _call_dunder(i, '__index__')
            if m is NotImplemented:
                raise TypeError('array indices must be integers')
            i = m()
        if not -len(self._array_items) <= i < len(self._array_items):
            raise IndexError('array ' + what + 'index out of range')
        return i

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._array_like(self._array_items[i])
        return self._array_items[self._array_index(i, '')]

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            if not isinstance(v, array):
                raise TypeError('can only assign array (not "' + _type_name(v) + '") to array slice')
            if v.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            self._array_items[i] = v._array_items
        else:
            self._array_items[self._array_index(i, 'assignment ')] = self._array_check(v)

    def __delitem__(self, i):
        del self._array_items[i if isinstance(i, slice) else self._array_index(i, 'assignment ')]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "' + _type_name(other) + '") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._array_like(self._array_items + other._array_items)

    def __radd__(self, other):
        return other + self.tobytes() if isinstance(other, (bytes, bytearray)) else NotImplemented

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend with array (not "' + _type_name(other) + '")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._array_like(self._array_items * n)

    def __rmul__(self, n):
        return self * n

    def __imul__(self, n):
        self._array_items *= n
        return self

    def __eq__(self, other):
        return self._array_items == other._array_items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._array_items < other._array_items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._array_items <= other._array_items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._array_items > other._array_items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._array_items >= other._array_items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._array_items:
            return "array('" + self.typecode + "')"
        return "array('" + self.typecode + "', " + repr(self._array_items) + ')'


def _letter(typecode):
    return 'q' if typecode == 'l' else 'Q' if typecode == 'L' else typecode
