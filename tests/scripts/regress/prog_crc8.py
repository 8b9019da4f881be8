def crc8(data, poly=0x07, crc=0):
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = (crc << 1 ^ poly if crc & 0x80 else crc << 1) & 0xFF
    return crc
print(crc8(b'123456789'), hex(crc8(b'')), crc8(b'\x00\xff'), crc8(b'123456789', 0x31, 0xFF))
def crc16(data, crc=0xFFFF):
    for b in data:
        crc ^= b << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc
print('%04X' % crc16(b'123456789'))
def fletcher16(data):
    a = b = 0
    for x in data:
        a = (a + x) % 255
        b = (b + a) % 255
    return b << 8 | a
print(hex(fletcher16(b'abcde')))
def crc32(data):
    c = 0xFFFFFFFF
    for b in data:
        c ^= b
        for _ in range(8):
            c = c >> 1 ^ (0xEDB88320 if c & 1 else 0)
    return c ^ 0xFFFFFFFF
print(hex(crc32(b'123456789')))

# expect: 244 0x0 243 247
# expect: 29B1
# expect: 0xc8f0
# expect: 0xcbf43926
