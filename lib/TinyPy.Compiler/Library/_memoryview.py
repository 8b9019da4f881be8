# A view of bytes, a bytearray or an array: start, step and number of items over the object itself.


class memoryview:
    def __init__(self, object):
        if isinstance(object, memoryview):
            self._view_of = object._view_of
            self._view_start = object._view_start
            self._view_step = object._view_step
            self._view_count = object._view_count
            self._view_format = object._view_format
            self._view_size = object._view_size
            self._view_fixed = object._view_fixed
            return
        if isinstance(object, (bytes, bytearray)):
            self._view_format = 'B'
            self._view_size = 1
        elif hasattr(object, '_array_items'):
            self._view_format = object.typecode
            self._view_size = object.itemsize
        else:
            raise TypeError("memoryview: a bytes-like object is required, not '" + _type_name(object) + "'")
        self._view_of = object
        self._view_fixed = isinstance(object, bytes)
        self._view_start = 0
        self._view_step = 1
        self._view_count = len(object)

    @property
    def obj(self):
        return self._view_of

    @property
    def format(self):
        return self._view_format

    @property
    def itemsize(self):
        return self._view_size

    @property
    def readonly(self):
        return self._view_fixed

    @property
    def nbytes(self):
        return self._view_count * self._view_size

    def __len__(self):
        return self._view_count

    def _view_place(self, i):
        if not isinstance(i, int):
            m = _call_dunder(i, '__index__')
            if m is NotImplemented:
                raise TypeError('memoryview: invalid slice key')
            i = m()
        if i < 0:
            i += self._view_count
        if not 0 <= i < self._view_count:
            raise IndexError('index out of bounds on dimension 1')
        return self._view_start + i * self._view_step

    def __getitem__(self, i):
        if isinstance(i, slice):
            start, stop, step = i.indices(self._view_count)
            r = memoryview(self)
            r._view_start = self._view_start + start * self._view_step
            r._view_step = self._view_step * step
            r._view_count = len(range(start, stop, step))
            return r
        return self._view_of[self._view_place(i)]

    def __setitem__(self, i, v):
        if self._view_fixed:
            raise TypeError('cannot modify read-only memory')
        if isinstance(i, slice):
            view = self[i]
            if not isinstance(v, memoryview):
                v = memoryview(v)
            if len(v) != len(view) or v._view_format != view._view_format:
                raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
            at = view._view_start
            for x in v.tolist():
                self._view_of[at] = x
                at += view._view_step
            return
        at = self._view_place(i)
        if not isinstance(v, (int, float)):
            raise TypeError("memoryview: invalid type for format '" + self._view_format + "'")
        try:
            self._view_of[at] = v
        except (ValueError, OverflowError):
            raise ValueError("memoryview: invalid value for format '" + self._view_format + "'") from None

    def __delitem__(self, i):
        raise TypeError('cannot delete memory')

    def __iter__(self):
        at = self._view_start
        i = 0
        while i < self._view_count:
            yield self._view_of[at]
            at += self._view_step
            i += 1

    def tolist(self):
        r = []
        at = self._view_start
        i = 0
        while i < self._view_count:
            r.append(self._view_of[at])
            at += self._view_step
            i += 1
        return r

    def tobytes(self):
        if self._view_size == 1 and not hasattr(self._view_of, '_array_items'):
            return bytes(self.tolist())
        r = self._view_of[:0]
        r.fromlist(self.tolist())
        return r.tobytes()

    def __int__(self):
        return int(self.tobytes())

    def __bytes__(self):
        return self.tobytes()

    def hex(self, *sep):
        return self.tobytes().hex(*sep)

    def release(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def __contains__(self, v):
        return v in self.tolist()

    def __eq__(self, other):
        if isinstance(other, (bytes, bytearray)) or hasattr(other, '_array_items'):
            other = memoryview(other)
        if not isinstance(other, memoryview):
            return NotImplemented
        return self.tolist() == other.tolist()

    def __ne__(self, other):
        r = self == other
        return r if r is NotImplemented else not r

    def __hash__(self):
        if not self._view_fixed:
            raise ValueError('cannot hash writable memoryview object')
        return hash(self.tobytes())

    def __repr__(self):
        return '<memory>'


_set_base(memoryview, True)
