x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 2; print(x)
x //= 5; print(x)
x **= 3; print(x)
x %= 50; print(x)
x <<= 4; print(x)
x >>= 2; print(x)
x |= 7; print(x)
x &= 0xfe; print(x)
x ^= 0xff; print(x)
x /= 2; print(x)
s = 'ab'
s += 'c'; s *= 2; print(s)
t = (1,)
u = t
t += (2,); print(t, u)
f = 1.5
f += 1; f *= 2; f //= 2; f %= 2; print(f)

# expect: 15
# expect: 12
# expect: 24
# expect: 4
# expect: 64
# expect: 14
# expect: 224
# expect: 56
# expect: 63
# expect: 62
# expect: 193
# expect: 96.5
# expect: abcabc
# expect: (1, 2) (1,)
# expect: 0.0
