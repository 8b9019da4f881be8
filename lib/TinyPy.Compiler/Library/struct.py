# pack and unpack. Numbers beyond 64 bits with sign cannot be made: unpacking one is an OverflowError.


class error(Exception):
    pass


_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'P': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}


def _items(fmt):
    # A list of (letter, count, size, padding before it), whether the low byte comes first, and the size of it all.
    if isinstance(fmt, (bytes, bytearray)):
        fmt = str(fmt, 'utf-8')
    elif not isinstance(fmt, str):
        raise TypeError('Struct() argument 1 must be a str or bytes object, not ' + _type_name(fmt))
    little = True
    native = True
    i = 0
    if fmt[:1] in ('<', '>', '!', '=', '@'):
        little = fmt[0] != '>' and fmt[0] != '!'
        native = fmt[0] == '@'
        i = 1
    items = []
    total = 0
    while i < len(fmt):
        if fmt[i].isspace():
            i += 1
            continue
        start = i
        while i < len(fmt) and fmt[i].isdigit():
            i += 1
        if i == len(fmt):
            raise error('repeat count given without format specifier')
        count = int(fmt[start:i]) if i > start else 1
        c = fmt[i]
        i += 1
        if c not in _SIZES or not native and c in 'nNP':
            raise error('bad char in struct format')
        size = _SIZES[c]
        if not native and c in 'lL':
            size = 4
        pad = -total % size if native else 0
        items.append((c, count, size, pad))
        total += pad + count * size
    return items, little, total


def calcsize(fmt):
    return _items(fmt)[2]


def _float_bytes(x, size, little):
    # IEEE 754 of 2, 4 or 8 bytes, rounded half to even.
    fraction = 10 if size == 2 else 23 if size == 4 else 52
    bias = 15 if size == 2 else 127 if size == 4 else 1023
    sign = 0
    text = str(x)
    if text[0] == '-':
        sign = 1
        x = -x
    if x != x:
        exponent = bias * 2 + 1
        mantissa = 1 << (fraction - 1)
    elif x == float('inf'):
        exponent = bias * 2 + 1
        mantissa = 0
    elif x == 0:
        exponent = mantissa = 0
    else:
        e = 0
        while x >= 2.0:
            x *= 0.5
            e += 1
        while x < 1.0 and e > 1 - bias:
            x *= 2.0
            e -= 1
        scaled = x
        i = 0
        while i < fraction:
            scaled *= 2.0
            i += 1
        mantissa = int(scaled)
        rest = scaled - mantissa
        if rest > 0.5 or rest == 0.5 and mantissa & 1:
            mantissa += 1
        exponent = e + bias
        if mantissa < 1 << fraction:
            exponent = 0
        elif mantissa >> (fraction + 1):
            mantissa >>= 1
            exponent += 1
        if exponent > bias * 2:
            raise OverflowError('float too large to pack with ' + ('e' if size == 2 else 'f' if size == 4 else 'd') + ' format')
        mantissa &= (1 << fraction) - 1
    high = sign << (size * 8 - 1 - fraction) | exponent
    r = []
    if size == 8:
        low = mantissa & 0xffffffff
        high = high << 20 | mantissa >> 32
        r = list(low.to_bytes(4, 'little')) + list(high.to_bytes(4, 'little'))
    else:
        r = list((high << fraction | mantissa).to_bytes(size, 'little'))
    if not little:
        r.reverse()
    return r


def _float_of(b, little):
    size = len(b)
    b = list(b)
    if little:
        b.reverse()
    fraction = 10 if size == 2 else 23 if size == 4 else 52
    bias = 15 if size == 2 else 127 if size == 4 else 1023
    head = b[0] << 8 | b[1]
    exponent = (head & 0x7fff) >> (10 if size == 2 else 7 if size == 4 else 4)
    mantissa = head & (0x3ff if size == 2 else 0x7f if size == 4 else 0xf)
    for v in b[2:]:
        mantissa = mantissa << 8 | v
    if exponent == bias * 2 + 1:
        x = float('nan') if mantissa else float('inf')
    else:
        if exponent:
            mantissa |= 1 << fraction
        else:
            exponent = 1
        x = float(mantissa)
        e = exponent - bias - fraction
        while e > 0:
            x *= 2.0
            e -= 1
        while e < 0:
            x *= 0.5
            e += 1
    return -x if b[0] & 128 else x


def _int_bytes(v, c, size, little):
    if not isinstance(v, int):
        m = _call_dunder(v, '__index__')
        if m is NotImplemented:
            raise error('required argument is not an integer')
        v = m()
    bits = size * 8
    signed = c in 'bhilqn'
    if size < 8:
        low = -(1 << (bits - 1)) if signed else 0
        high = (1 << (bits - 1)) - 1 if signed else (1 << bits) - 1
        if not low <= v <= high:
            if size == 1:
                raise error(('byte' if signed else 'ubyte') + ' format requires ' + str(low) + ' <= number <= ' + str(high))
            if size == 2:
                raise error(('short' if signed else 'ushort') + ' format requires ' + str(low) + ' <= number <= ' + str(high))
            raise error("'" + c + "' format requires " + str(low) + ' <= number <= ' + str(high))
    elif v < 0 and not signed:
        raise error('argument out of range')
    r = list(v.to_bytes(size, 'little', signed=v < 0))
    if not little:
        r.reverse()
    return r


def _int_of(b, c, little):
    b = list(b)
    if little:
        b.reverse()
    v = 0
    first = True
    for x in b:
        if first and x > 127 and c in 'bhilqn':
            x -= 256
        first = False
        v = v * 256 + x
    return v


def pack(fmt, *values):
    items, little, total = _items(fmt)
    expected = 0
    for c, count, size, pad in items:
        expected += 1 if c in 'sp' else 0 if c == 'x' else count
    if expected != len(values):
        raise error('pack expected ' + str(expected) + ' items for packing (got ' + str(len(values)) + ')')
    r = bytearray()
    used = 0
    for c, count, size, pad in items:
        r.extend(bytes(pad))
        if c == 'x':
            r.extend(bytes(count))
            continue
        if c == 's' or c == 'p':
            v = values[used]
            used += 1
            if not isinstance(v, (bytes, bytearray)):
                raise error("argument for '" + c + "' must be a bytes object")
            if c == 'p':
                v = v[:max(count - 1, 0)]
                v = bytes([min(len(v), 255)]) + v if count else b''
            v = v[:count]
            r.extend(v)
            r.extend(bytes(count - len(v)))
            continue
        while count:
            count -= 1
            v = values[used]
            used += 1
            if c == 'c':
                if not isinstance(v, (bytes, bytearray)) or len(v) != 1:
                    raise error('char format requires a bytes object of length 1')
                r.extend(v)
            elif c == '?':
                r.append(1 if v else 0)
            elif c in 'efd':
                if not isinstance(v, (int, float)):
                    m = _call_dunder(v, '__float__')
                    if m is NotImplemented:
                        raise error('required argument is not a float')
                    v = m()
                r.extend(_float_bytes(float(v), size, little))
            else:
                r.extend(_int_bytes(v, c, size, little))
    return bytes(r)


def pack_into(fmt, buffer, offset, *values):
    data = pack(fmt, *values)
    if offset < 0:
        if offset + len(buffer) < 0:
            raise error('offset ' + str(offset) + ' out of range for ' + str(len(buffer)) + '-byte buffer')
        offset += len(buffer)
    if offset + len(data) > len(buffer):
        raise error('pack_into requires a buffer of at least ' + str(offset + len(data)) + ' bytes for packing ' + str(len(data)) + ' bytes at offset ' + str(offset)
                    + ' (actual buffer size is ' + str(len(buffer)) + ')')
    for v in data:
        buffer[offset] = v
        offset += 1


def unpack(fmt, data):
    total = calcsize(fmt)
    data = bytes(data)
    if len(data) != total:
        raise error('unpack requires a buffer of ' + str(total) + ' bytes')
    return unpack_from(fmt, data, 0)


def unpack_from(fmt, buffer, offset=0):
    items, little, total = _items(fmt)
    data = bytes(buffer)
    if offset < 0:
        if offset + len(data) < 0:
            raise error('offset ' + str(offset) + ' out of range for ' + str(len(data)) + '-byte buffer')
        offset += len(data)
    if len(data) - offset < total:
        raise error('unpack_from requires a buffer of at least ' + str(offset + total) + ' bytes for unpacking ' + str(total) + ' bytes at offset ' + str(offset)
                    + ' (actual buffer size is ' + str(len(data)) + ')')
    r = []
    for c, count, size, pad in items:
        offset += pad
        if c == 'x':
            offset += count
            continue
        if c == 's' or c == 'p':
            v = data[offset:offset + count]
            r.append(v if c == 's' else v[1:1 + v[0]] if count else b'')
            offset += count
            continue
        while count:
            count -= 1
            b = data[offset:offset + size]
            offset += size
            if c == 'c':
                r.append(b)
            elif c == '?':
                r.append(b[0] != 0)
            elif c in 'efd':
                r.append(_float_of(b, little))
            else:
                r.append(_int_of(b, c, little))
    return tuple(r)


def iter_unpack(fmt, data):
    size = calcsize(fmt)
    if size == 0 or len(data) % size:
        raise error('iterative unpacking requires a buffer of a multiple of ' + str(size) + ' bytes')
    i = 0
    while i < len(data):
        yield unpack_from(fmt, data, i)
        i += size
