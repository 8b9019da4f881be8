print(1 << 0, 1 << 30, 1 << 31, 1 << 62, -1 << 63)
print(5 >> 1, -5 >> 1, -1 >> 100, 1 >> 64, 12345678901234 >> 20, -12345678901234 >> 40)
print(0 << 1000, 0 >> 1000)
try:
    1 << -1
except ValueError as e:
    print(e)
try:
    1 >> -1
except ValueError as e:
    print(e)

# expect: 1 1073741824 2147483648 4611686018427387904 -9223372036854775808
# expect: 2 -3 -1 0 11773756 -12
# expect: 0 0
# expect: negative shift count
# expect: negative shift count
