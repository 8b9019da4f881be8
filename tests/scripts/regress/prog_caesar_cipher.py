def caesar(text, k):
    out = []
    for c in text:
        if 'a' <= c <= 'z':
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        elif 'A' <= c <= 'Z':
            out.append(chr((ord(c) - 65 + k) % 26 + 65))
        else:
            out.append(c)
    return ''.join(out)
e = caesar('Hello, Wörld! xyz', 3)
print(e, caesar(e, -3), caesar('abc', 29))
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f'{j - i}{s[i]}' if j - i > 1 else s[i])
        i = j
    return ''.join(out)
print(rle('aaabccdddd'), rle(''), rle('abc'))
def xor(data, key):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))
x = xor(b'secret', b'key')
print(x, xor(x, b'key').decode())

# expect: Khoor, Zöuog! abc Hello, Wörld! xyz def
# expect: 3ab2c4d  abc
# expect: b'\x18\x00\x1a\x19\x00\r' secret
