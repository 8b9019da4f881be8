ABC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def encode(data):
    out = []
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), 'big')
        quad = [ABC[n >> s & 63] for s in (18, 12, 6, 0)]
        if len(chunk) < 3:
            quad[len(chunk) + 1:] = '=' * (3 - len(chunk))
        out += quad
    return ''.join(out)
def decode(text):
    out = bytearray()
    for i in range(0, len(text), 4):
        q = text[i:i + 4]
        n = 0
        for c in q:
            n = n << 6 | (0 if c == '=' else ABC.index(c))
        out += n.to_bytes(3, 'big')[:3 - q.count('=')]
    return bytes(out)
for s in (b'', b'f', b'fo', b'foo', b'hello world', bytes(range(250, 256))):
    e = encode(s)
    print(e, decode(e) == s)

# expect:  True
# expect: Zg== True
# expect: Zm8= True
# expect: Zm9v True
# expect: aGVsbG8gd29ybGQ= True
# expect: +vv8/f7/ True
