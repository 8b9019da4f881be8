# Streams in memory.

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    pass


class _Stream:
    # _stream_data: all of it; _stream_at: where the next read or write takes place.
    def __repr__(self):
        return '<_io.' + type(self).__name__ + ' object>'

    def close(self):
        self._stream_data = None

    @property
    def closed(self):
        return self._stream_data is None

    def _stream_check(self):
        if self._stream_data is None:
            raise ValueError('I/O operation on closed file' + self._stream_end)

    def __enter__(self):
        self._stream_check()
        return self

    def __exit__(self, a, b, c):
        self.close()

    def __iter__(self):
        self._stream_check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def getvalue(self):
        self._stream_check()
        return self._stream_data[:]

    def flush(self):
        self._stream_check()

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        self._stream_check()
        return self._stream_at

    def read(self, size=-1):
        self._stream_check()
        if size is None or size < 0:
            size = len(self._stream_data)
        r = self._stream_data[self._stream_at:self._stream_at + size]
        self._stream_at += len(r)
        return r

    def readline(self, size=-1):
        self._stream_check()
        end = self._stream_data.find(self._stream_line, self._stream_at)
        end = len(self._stream_data) if end < 0 else end + 1
        if size is not None and 0 <= size < end - self._stream_at:
            end = self._stream_at + size
        r = self._stream_data[self._stream_at:end]
        self._stream_at += len(r)
        return r

    def readlines(self, hint=-1):
        r = []
        for line in self:
            r.append(line)
        return r

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def truncate(self, size=None):
        self._stream_check()
        if size is None:
            size = self._stream_at
        self._stream_data = self._stream_data[:size]
        return size


class StringIO(_Stream):
    _stream_line = '\n'
    _stream_end = ''

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is None:
            initial_value = ''
        if not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not ' + _type_name(initial_value))
        self._stream_data = initial_value
        self._stream_at = 0

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '" + _type_name(s) + "'")
        self._stream_check()
        data = self._stream_data
        at = self._stream_at
        if at > len(data):
            data += '\0' * (at - len(data))
        self._stream_data = data + s if at == len(data) else data[:at] + s + data[at + len(s):]
        self._stream_at = at + len(s)
        return len(s)

    def seek(self, offset, whence=0):
        self._stream_check()
        if whence == 0:
            if offset < 0:
                raise ValueError('Negative seek position ' + str(offset))
            self._stream_at = offset
        elif offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._stream_at = len(self._stream_data)
        return self._stream_at


class BytesIO(_Stream):
    _stream_line = b'\n'
    _stream_end = '.'

    def __init__(self, initial_bytes=b''):
        self._stream_data = bytes(b'' if initial_bytes is None else initial_bytes)
        self._stream_at = 0

    def write(self, b, *part):
        # MicroPython's write(b, length) and write(b, offset, length) too.
        if isinstance(b, (str, int)):
            raise TypeError("a bytes-like object is required, not '" + _type_name(b) + "'")
        if len(part) > 2:
            raise TypeError('BytesIO.write() takes from 2 to 4 positional arguments but ' + str(len(part) + 2) + ' were given')
        self._stream_check()
        b = bytes(b)
        if part:
            start = part[0] if len(part) > 1 else 0
            b = b[start:start + part[-1]]
        data = self._stream_data
        at = self._stream_at
        if at > len(data):
            data += bytes(at - len(data))
        self._stream_data = data + b if at == len(data) else data[:at] + b + data[at + len(b):]
        self._stream_at = at + len(b)
        return len(b)

    def readinto(self, buffer):
        r = self.read(len(buffer))
        buffer[:len(r)] = r
        return len(r)

    def seek(self, offset, whence=0):
        self._stream_check()
        if whence == 0 and offset < 0:
            raise ValueError('negative seek value ' + str(offset))
        at = offset if whence == 0 else self._stream_at + offset if whence == 1 else len(self._stream_data) + offset
        self._stream_at = at if at > 0 else 0
        return self._stream_at
