# Methods of str, bytes and bytearray that are not worth native code. The three share what works on slices.


def str__join(self, iterable):
    parts = []
    for v in iterable:
        parts.append(v)
    return self.join(parts)


def bytes__join(self, iterable):
    parts = []
    for v in iterable:
        parts.append(v)
    return self.join(parts)


def bytearray__join(self, iterable):
    return bytes__join(self, iterable)


def _need_text(s, x, what):
    # A TypeError unless x is a str for a str, or bytes for bytes.
    if isinstance(s, str):
        if not isinstance(x, str):
            raise TypeError(what + ('None' if x is None else _type_name(x)))
    elif not isinstance(x, (bytes, bytearray)):
        raise TypeError("a bytes-like object is required, not '" + _type_name(x) + "'")


def _rsplit(s, sep, maxsplit):
    if sep is not None:
        _need_text(s, sep, 'must be str or None, not ')
    if not isinstance(maxsplit, int):
        _raise(110, maxsplit)
    if sep is None and maxsplit < 0:
        return s.split()
    if sep is not None and not sep:
        raise ValueError('empty separator')
    parts = []
    end = len(s)
    if sep is None:
        while True:
            while end > 0 and s[end - 1:end].isspace():
                end -= 1
            if end == 0:
                break
            if maxsplit == 0:
                parts.append(s[:end])
                break
            start = end
            while start > 0 and not s[start - 1:start].isspace():
                start -= 1
            parts.append(s[start:end])
            end = start
            maxsplit -= 1
    else:
        while maxsplit:
            i = s.rfind(sep, 0, end)
            if i < 0:
                break
            parts.append(s[i + len(sep):end])
            end = i
            maxsplit -= 1
        parts.append(s[:end])
    parts.reverse()
    return parts


def _splitlines(s, keepends, breaks, cr, lf):
    if not isinstance(keepends, int):
        if _call_dunder(keepends, '__index__') is NotImplemented:
            raise TypeError("'" + _type_name(keepends) + "' object cannot be interpreted as an integer")
        keepends = _index(keepends)
    parts = []
    start = 0
    i = 0
    n = len(s)
    while i < n:
        c = s[i]
        i += 1
        if c not in breaks:
            continue
        end = i - 1
        if c == cr and i < n and s[i] == lf:
            i += 1
        parts.append(s[start:i] if keepends else s[start:end])
        start = i
    if start < n:
        parts.append(s[start:])
    return parts


def str__splitlines(self, keepends=False):
    return _splitlines(self, keepends, '\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029', '\r', '\n')


def bytes__splitlines(self, keepends=False):
    return _splitlines(self, keepends, b'\n\r', 13, 10)


def bytearray__splitlines(self, keepends=False):
    return _splitlines(self, keepends, b'\n\r', 13, 10)


def _partition(s, sep, last):
    if not isinstance(sep, str if isinstance(s, str) else (bytes, bytearray)):
        raise TypeError("must be str, not " + _type_name(sep) if isinstance(s, str) else "a bytes-like object is required, not '" + _type_name(sep) + "'")
    if not sep:
        raise ValueError('empty separator')
    i = s.rfind(sep) if last else s.find(sep)
    if i < 0:
        e = s[:0]
        return (e, s[:0], s) if last else (s, e, s[:0])
    return (s[:i], s[i:i + len(sep)], s[i + len(sep):])


def _title(s):
    r = s[:0]
    inside = False
    i = 0
    parts = []
    while i < len(s):
        c = s[i:i + 1]
        if c.isalpha():
            parts.append(c.lower() if inside else c.upper())
            inside = True
        else:
            parts.append(c)
            inside = False
        i += 1
    return r.join(parts)


def _swapcase(s):
    parts = []
    i = 0
    while i < len(s):
        c = s[i:i + 1]
        parts.append(c.lower() if c.isupper() else c.upper())
        i += 1
    return s[:0].join(parts)


def _pad(s, width, fill, left, right):
    if not isinstance(width, int):
        _raise(110, width)
    if not isinstance(s, str):
        if not isinstance(fill, (bytes, bytearray)) or len(fill) != 1:
            raise TypeError(('center' if left and right else 'rjust' if left else 'ljust') + '() argument 2 must be a byte string of length 1, not ' + ('None' if fill is None else _type_name(fill)))
    elif not isinstance(fill, str):
        raise TypeError('The fill character must be a unicode character, not ' + _type_name(fill))
    if len(fill) != 1:
        raise TypeError('The fill character must be exactly one character long')
    n = width - len(s)
    if n <= 0:
        return s[:]
    if left and right:
        before = n // 2 + (n & width & 1)
        return fill * before + s + fill * (n - before)
    return fill * n + s if left else s + fill * n


def _zfill(s, width, zero, plus, minus):
    if not isinstance(width, int):
        _raise(110, width)
    n = width - len(s)
    if n <= 0:
        return s[:]
    c = s[:1]
    if c == plus or c == minus:
        return c + zero * n + s[1:]
    return zero * n + s


def _expandtabs(s, size, tab, space, lf, cr):
    if not isinstance(size, int):
        raise TypeError("'" + _type_name(size) + "' object cannot be interpreted as an integer")
    parts = []
    column = 0
    i = 0
    while i < len(s):
        c = s[i:i + 1]
        i += 1
        if c == tab:
            if size > 0:
                n = size - column % size
                parts.append(space * n)
                column += n
        else:
            parts.append(c)
            column = 0 if c == lf or c == cr else column + 1
    return s[:0].join(parts)


def _istitle(s):
    inside = False
    found = False
    i = 0
    while i < len(s):
        c = s[i:i + 1]
        i += 1
        if c.isupper():
            if inside:
                return False
            inside = True
            found = True
        elif c.islower():
            if not inside:
                return False
        else:
            inside = False
    return found


def _isascii(s):
    for c in s:
        if (c if isinstance(c, int) else ord(c)) > 127:
            return False
    return True


def str__rsplit(self, sep=None, maxsplit=-1):
    return _rsplit(self, sep, maxsplit)


def str__partition(self, sep):
    return _partition(self, sep, False)


def str__rpartition(self, sep):
    return _partition(self, sep, True)


def str__title(self):
    return _title(self)


def str__capitalize(self):
    return self[:1].upper() + self[1:].lower()


def str__swapcase(self):
    return _swapcase(self)


def str__zfill(self, width):
    return _zfill(self, width, '0', '+', '-')


def str__center(self, width, fillchar=' '):
    return _pad(self, width, fillchar, True, True)


def str__ljust(self, width, fillchar=' '):
    return _pad(self, width, fillchar, False, True)


def str__rjust(self, width, fillchar=' '):
    return _pad(self, width, fillchar, True, False)


def str__expandtabs(self, tabsize=8):
    return _expandtabs(self, tabsize, '\t', ' ', '\n', '\r')


def str__removeprefix(self, prefix):
    _need_text(self, prefix, 'removeprefix() argument must be str, not ')
    return self[len(prefix):] if self.startswith(prefix) else self[:]


def str__removesuffix(self, suffix):
    _need_text(self, suffix, 'removesuffix() argument must be str, not ')
    return self[:len(self) - len(suffix)] if suffix and self.endswith(suffix) else self[:]


def str__istitle(self):
    return _istitle(self)


def str__isascii(self):
    return _isascii(self)


def bytes__rsplit(self, sep=None, maxsplit=-1):
    return _rsplit(self, sep, maxsplit)


def bytes__partition(self, sep):
    return _partition(self, sep, False)


def bytes__rpartition(self, sep):
    return _partition(self, sep, True)


def bytes__title(self):
    return _title(self)


def bytes__capitalize(self):
    return self[:1].upper() + self[1:].lower()


def bytes__swapcase(self):
    return _swapcase(self)


def bytes__zfill(self, width):
    return _zfill(self, width, b'0', b'+', b'-')


def bytes__center(self, width, fillchar=b' '):
    return _pad(self, width, fillchar, True, True)


def bytes__ljust(self, width, fillchar=b' '):
    return _pad(self, width, fillchar, False, True)


def bytes__rjust(self, width, fillchar=b' '):
    return _pad(self, width, fillchar, True, False)


def bytes__expandtabs(self, tabsize=8):
    return _expandtabs(self, tabsize, b'\t', b' ', b'\n', b'\r')


def bytes__removeprefix(self, prefix):
    _need_text(self, prefix, 'removeprefix() argument must be str, not ')
    return self[len(prefix):] if self.startswith(prefix) else self[:]


def bytes__removesuffix(self, suffix):
    _need_text(self, suffix, 'removesuffix() argument must be str, not ')
    return self[:len(self) - len(suffix)] if suffix and self.endswith(suffix) else self[:]


def bytes__istitle(self):
    return _istitle(self)


def bytes__isascii(self):
    return _isascii(self)


def bytearray__rsplit(self, sep=None, maxsplit=-1):
    return _rsplit(self, sep, maxsplit)


def bytearray__partition(self, sep):
    return _partition(self, sep, False)


def bytearray__rpartition(self, sep):
    return _partition(self, sep, True)


def bytearray__title(self):
    return bytearray(_title(self))


def bytearray__capitalize(self):
    return bytearray(self[:1].upper() + self[1:].lower())


def bytearray__swapcase(self):
    return bytearray(_swapcase(self))


def bytearray__zfill(self, width):
    return bytearray(_zfill(self, width, b'0', b'+', b'-'))


def bytearray__center(self, width, fillchar=b' '):
    return bytearray(_pad(self, width, fillchar, True, True))


def bytearray__ljust(self, width, fillchar=b' '):
    return bytearray(_pad(self, width, fillchar, False, True))


def bytearray__rjust(self, width, fillchar=b' '):
    return bytearray(_pad(self, width, fillchar, True, False))


def bytearray__expandtabs(self, tabsize=8):
    return bytearray(_expandtabs(self, tabsize, b'\t', b' ', b'\n', b'\r'))


def bytearray__removeprefix(self, prefix):
    _need_text(self, prefix, '')
    return bytearray(self[len(prefix):] if self.startswith(prefix) else self[:])


def bytearray__removesuffix(self, suffix):
    _need_text(self, suffix, '')
    return bytearray(self[:len(self) - len(suffix)] if suffix and self.endswith(suffix) else self[:])


def bytearray__istitle(self):
    return _istitle(self)


def bytearray__isascii(self):
    return _isascii(self)


def str__casefold(self):
    r = self.lower()
    if not r.isascii():
        for a, b in (('ß', 'ss'), ('ς', 'σ'), ('ſ', 's'), ('µ', 'μ')):
            r = r.replace(a, b)
    return r


def str__isidentifier(self):
    first = True
    for c in self:
        if not (c == '_' or c.isalpha() or not first and c.isdecimal()):
            return False
        first = False
    return not first


def str__isprintable(self):
    for c in self:
        n = ord(c)
        if n < 32 or 127 <= n < 161 or n == 173:
            return False
    return True


def str__translate(self, table):
    parts = []
    for c in self:
        try:
            v = table[ord(c)]
        except LookupError:
            parts.append(c)
            continue
        if v is None:
            continue
        if not isinstance(v, (int, str)):
            raise TypeError('character mapping must return integer, None or str')
        if isinstance(v, int) and not 0 <= v < 0x110000:
            raise ValueError('character mapping must be in range(0x110000)')
        parts.append(chr(v) if isinstance(v, int) else v)
    return ''.join(parts)


def str__maketrans(x, y=None, z=None):
    table = {}
    if y is None:
        for k in x:
            table[ord(k) if isinstance(k, str) else k] = x[k]
        return table
    if len(x) != len(y):
        raise ValueError('the first two maketrans arguments must have equal length')
    i = 0
    while i < len(x):
        table[ord(x[i])] = ord(y[i])
        i += 1
    if z is not None:
        for c in z:
            table[ord(c)] = None
    return table


def str__format(self, *args, **kwargs):
    return _str_format(self, args, kwargs, [0], 2)


def str__format_map(self, mapping):
    return _str_format(self, (), mapping, [0], 2)


def _str_format(s, args, kwargs, auto, depth):
    # auto[0]: the next automatic field number, -1 once a number was given.
    if depth < 0:
        raise ValueError('Max string recursion exceeded')
    parts = []
    n = len(s)
    i = 0
    while i < n:
        j = i
        while j < n and s[j] != '{' and s[j] != '}':
            j += 1
        parts.append(s[i:j])
        if j == n:
            break
        if s[j] == '}':
            if j + 1 < n and s[j + 1] == '}':
                parts.append('}')
                i = j + 2
                continue
            raise ValueError("Single '}' encountered in format string")
        j += 1
        if j == n:
            raise ValueError("Single '{' encountered in format string")
        if s[j] == '{':
            parts.append('{')
            i = j + 1
            continue
        level = 1
        i = j
        bracket = False
        while j < n:
            c = s[j]
            if bracket:
                bracket = c != ']'
            elif c == '[':
                bracket = level == 1
            elif c == '{':
                level += 1
            elif c == '}':
                level -= 1
                if level == 0:
                    break
            j += 1
        if level:
            raise ValueError("expected '}' before end of string")
        parts.append(_format_field(s[i:j], args, kwargs, auto, depth))
        i = j + 1
    return ''.join(parts)


def _format_field(field, args, kwargs, auto, depth):
    i = 0
    n = len(field)
    bracket = False
    while i < n and (bracket or field[i] != ':' and field[i] != '!'):
        if field[i] == '[':
            bracket = True
        elif field[i] == ']':
            bracket = False
        i += 1
    value = _format_value(field[:i], args, kwargs, auto)
    if i < n and field[i] == '!':
        c = field[i + 1:i + 2]
        i += 2
        if not c:
            raise ValueError("end of string while looking for conversion specifier")
        if i < n and field[i] != ':':
            raise ValueError("expected ':' after conversion specifier")
        if c == 'r':
            value = repr(value)
        elif c == 's':
            value = str(value)
        elif c == 'a':
            value = ascii(value)
        else:
            raise ValueError('Unknown conversion specifier ' + c)
    spec = field[i + 1:]
    if '{' in spec or '}' in spec:
        spec = _str_format(spec, args, kwargs, auto, depth - 1)
    return format(value, spec)


def _format_value(name, args, kwargs, auto):
    i = 0
    n = len(name)
    while i < n and name[i] != '.' and name[i] != '[':
        i += 1
    first = name[:i]
    if not first:
        if auto[0] < 0:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        number = auto[0]
        auto[0] = number + 1
    elif first.isdigit():
        if auto[0] > 0:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        auto[0] = -1
        number = int(first)
    else:
        number = -1
    if number >= 0:
        if number >= len(args):
            raise IndexError('Replacement index ' + str(number) + ' out of range for positional args tuple')
        value = args[number]
    else:
        value = kwargs[first]
    while i < n:
        if name[i] == '.':
            j = i + 1
            while j < n and name[j] != '.' and name[j] != '[':
                j += 1
            if j == i + 1:
                raise ValueError('Empty attribute in format string')
            value = getattr(value, name[i + 1:j])
            i = j
        elif name[i] == '[':
            j = i + 1
            while j < n and name[j] != ']':
                j += 1
            if j == n:
                raise ValueError("Missing ']' in format string")
            if j == i + 1:
                raise ValueError('Empty attribute in format string')
            key = name[i + 1:j]
            value = value[int(key)] if key.isdigit() else value[key]
            i = j + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return value


def _is_mapping(x):
    # What str % takes values by key from, and need not use up.
    return isinstance(x, (dict, list, bytes, bytearray, range)) or not isinstance(x, (tuple, str)) and _call_dunder(x, '__getitem__') is not NotImplemented


def _str_mod(s, args):
    values = args if isinstance(args, tuple) else (args,)
    used = 0
    parts = []
    n = len(s)
    i = 0
    while i < n:
        j = s.find('%', i)
        if j < 0:
            parts.append(s[i:])
            break
        parts.append(s[i:j])
        i = j + 1
        key = None
        keyed = s[i:i + 1] == '('
        if keyed:
            level = 1
            j = i + 1
            while j < n and level:
                if s[j] == '(':
                    level += 1
                elif s[j] == ')':
                    level -= 1
                j += 1
            if level:
                raise ValueError('incomplete format key')
            if not _is_mapping(args):
                raise TypeError('format requires a mapping')
            key = args[s[i + 1:j - 1]]
            i = j
        left = alternate = zero = False
        sign = ''
        while i < n and s[i] in '-+ #0':
            c = s[i]
            i += 1
            if c == '-':
                left = True
            elif c == '+':
                sign = '+'
            elif c == ' ':
                sign = sign or ' '
            elif c == '#':
                alternate = True
            else:
                zero = True
        width = 0
        if s[i:i + 1] == '*':
            if used >= len(values):
                raise TypeError('not enough arguments for format string')
            width = values[used]
            used += 1
            i += 1
            if not isinstance(width, int):
                raise TypeError('* wants int')
            if width < 0:
                left = True
                width = -width
        else:
            while i < n and s[i].isdigit():
                width = width * 10 + ord(s[i]) - 48
                i += 1
        precision = -1
        if s[i:i + 1] == '.':
            i += 1
            precision = 0
            if s[i:i + 1] == '*':
                if used >= len(values):
                    raise TypeError('not enough arguments for format string')
                precision = values[used]
                used += 1
                i += 1
                if not isinstance(precision, int):
                    raise TypeError('* wants int')
                if precision < 0:
                    precision = 0
            else:
                while i < n and s[i].isdigit():
                    precision = precision * 10 + ord(s[i]) - 48
                    i += 1
        while i < n and s[i] in 'hlL':
            i += 1
        if i >= n:
            raise ValueError('incomplete format')
        c = s[i]
        i += 1
        if c == '%':
            parts.append('%')
            continue
        if keyed:
            v = key
            used = len(values)
        else:
            if used >= len(values):
                raise TypeError('not enough arguments for format string')
            v = values[used]
            used += 1
        parts.append(_mod_one(v, c, left, sign, alternate, zero, width, precision, i - 1))
    if used < len(values) and not _is_mapping(args):
        raise TypeError('not all arguments converted during string formatting')
    return ''.join(parts)


def _mod_one(v, c, left, sign, alternate, zero, width, precision, at):
    if c == 's' or c == 'r' or c == 'a':
        t = str(v) if c == 's' else repr(v) if c == 'r' else ascii(v)
        if precision >= 0:
            t = t[:precision]
        return t.ljust(width) if left else t.rjust(width)
    if c == 'c':
        if isinstance(v, int):
            if not 0 <= v < 0x110000:
                raise OverflowError('%c arg not in range(0x110000)')
            t = chr(v)
        elif isinstance(v, str) and len(v) == 1:
            t = v
        else:
            raise TypeError('%c requires int or char')
        return t.ljust(width) if left else t.rjust(width)
    if c in 'diu':
        m = _call_dunder(v, '__int__')
        if m is not NotImplemented:
            v = m()
        if isinstance(v, float):
            v = int(v)
        elif not isinstance(v, int):
            raise TypeError('%' + c + ' format: a real number is required, not ' + _type_name(v))
        t = format(v, 'd')
    elif c in 'xXo':
        if not isinstance(v, int):
            raise TypeError('%' + c + ' format: an integer is required, not ' + _type_name(v))
        t = format(v, '#' + c if alternate else c)
    elif c in 'eEfFgG':
        if not isinstance(v, (int, float)):
            m = _call_dunder(v, '__float__')
            if m is NotImplemented:
                raise TypeError('must be real number, not ' + _type_name(v))
            v = m()
            if not isinstance(v, float):
                raise TypeError('__float__ returned non-float (type ' + _type_name(v) + ')')
        t = format(float(v), ('#.' if alternate else '.') + str(6 if precision < 0 else precision) + c)
        precision = -1
    else:
        raise ValueError("unsupported format character '" + c + "' (0x" + format(ord(c), 'x') + ') at index ' + str(at))
    negative = t[0] == '-'
    if negative:
        t = t[1:]
    prefix = ''
    if alternate and c in 'xXo':
        prefix = t[:2]
        t = t[2:]
    if precision > len(t):
        t = '0' * (precision - len(t)) + t
    head = ('-' if negative else sign) + prefix
    if zero and not left and len(head) + len(t) < width:
        t = '0' * (width - len(head) - len(t)) + t
    t = head + t
    return t.ljust(width) if left else t.rjust(width)


def bytes__fromhex(text):
    if not isinstance(text, str):
        raise TypeError('fromhex() argument must be str, not ' + ('None' if text is None else _type_name(text)))
    r = []
    i = 0
    while i < len(text):
        if text[i].isspace():
            i += 1
            continue
        high = '0123456789abcdef'.find(text[i:i + 1].lower())
        low = '0123456789abcdef'.find(text[i + 1:i + 2].lower()) if i + 1 < len(text) else -1
        if high < 0 or low < 0:
            raise ValueError('non-hexadecimal number found in fromhex() arg at position ' + str(i if high < 0 else i + 1))
        r.append(high * 16 + low)
        i += 2
    return bytes(r)
