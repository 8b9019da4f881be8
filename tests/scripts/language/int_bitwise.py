a, b = 0b1100, 0b1010
print(a & b, a | b, a ^ b, ~a, ~0, ~-1)
print(-1 & 0xff, -256 | 1, -1 ^ 0x7fffffff, 0x123456789abcdef & 0xffff0000ffff)
print(~9223372036854775807, -9223372036854775808 & 9223372036854775807)
print(6 & 3 | 8 ^ 1 << 2, (6 & 3) | (8 ^ (1 << 2)))
print(True & False, True | False, True ^ True, True & 3, ~True)

# expect: 8 14 6 -13 -1 0
# expect: 255 -255 -2147483648 76308684000751
# expect: -9223372036854775808 0
# expect: 14 14
# expect: False True False 1 -2
