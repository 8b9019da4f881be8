print(int('42'), int(' -17\n'), int('+5'), int('1_000'), int('ff', 16), int('0xff', 16), int('0b101', 0), int('z', 36))
print(int('-0x10', 16), int('0o17', 0), int('11', 2), int(), int(True), int(3.99), int(-3.99), int(1e15))
print(int('9223372036854775807'), int('-9223372036854775808'))
for text in ('', ' ', '1.5', 'abc', '1__0', '_1', '0x', '--1', '1 2', '12a'):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
try:
    int('8', 8)
except ValueError as e:
    print(e)
try:
    int('1', 37)
except ValueError as e:
    print(e)

# expect: 42 -17 5 1000 255 255 5 35
# expect: -16 15 3 0 1 3 -3 1000000000000000
# expect: 9223372036854775807 -9223372036854775808
# expect: invalid literal for int() with base 10: ''
# expect: invalid literal for int() with base 10: ' '
# expect: invalid literal for int() with base 10: '1.5'
# expect: invalid literal for int() with base 10: 'abc'
# expect: invalid literal for int() with base 10: '1__0'
# expect: invalid literal for int() with base 10: '_1'
# expect: invalid literal for int() with base 10: '0x'
# expect: invalid literal for int() with base 10: '--1'
# expect: invalid literal for int() with base 10: '1 2'
# expect: invalid literal for int() with base 10: '12a'
# expect: invalid literal for int() with base 8: '8'
# expect: int() base must be >= 2 and <= 36, or 0
