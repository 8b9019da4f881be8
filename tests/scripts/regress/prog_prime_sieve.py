def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b'\0\0'
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
        i += 1
    return [i for i in range(n + 1) if flags[i]]
p = sieve(200)
print(len(p), p[:10], p[-3:], sum(p))
def factors(n):
    out, d = [], 2
    while d * d <= n:
        while n % d == 0:
            out.append(d)
            n //= d
        d += 1
    if n > 1:
        out.append(n)
    return out
print(factors(360), factors(97), factors(1234567890), factors(600851475143))

# expect: 46 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] [193, 197, 199] 4227
# expect: [2, 2, 2, 3, 3, 5] [97] [2, 3, 3, 5, 3607, 3803] [71, 839, 1471, 6857]
