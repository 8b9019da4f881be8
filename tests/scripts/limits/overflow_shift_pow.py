# differs: integers have 64 bits
one, two, ten, n = 1, 2, 10, 1000
for f in (lambda: one << n, lambda: one << 63, lambda: 3 << 62, lambda: -3 << 62, lambda: two ** 63, lambda: ten ** 19, lambda: ten ** 100, lambda: (-two) ** 64, lambda: 7 ** 23, lambda: one << 2 ** 62, lambda: pow(3, 50)):
    try:
        print(f())
    except OverflowError as e:
        print(type(e).__name__)
print(one << 62, -one << 63, 0 << 2 ** 62, two ** 62, ten ** 18, 1 ** 10 ** 15, 0 ** 10 ** 15, (-1) ** (10 ** 15 + 1))
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: 4611686018427387904 -9223372036854775808 0 4611686018427387904 1000000000000000000 1 0 -1
