print(bin(0), bin(5), bin(-5), hex(255), hex(-255), hex(0), oct(8), oct(-8), oct(0), bin(True), hex(2 ** 62), bin(2 ** 31), hex(9223372036854775807), hex(-9223372036854775808), oct(9223372036854775807))
print(int(bin(37), 2), int(hex(1234), 16), int(oct(77), 8), '%x' % -255, '{:b}'.format(-5), f'{255:#06x}', f'{5:08b}', f'{-5:08b}', f'{3:#b}')
for f in (lambda: bin(1.5), lambda: hex('a'), lambda: oct(None)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: 0b0 0b101 -0b101 0xff -0xff 0x0 0o10 -0o10 0o0 0b1 0x4000000000000000 0b10000000000000000000000000000000 0x7fffffffffffffff -0x8000000000000000 0o777777777777777777777
# expect: 37 1234 77 -ff -101 0x00ff 00000101 -0000101 0b11
# expect: 'float' object cannot be interpreted as an integer
# expect: 'str' object cannot be interpreted as an integer
# expect: 'NoneType' object cannot be interpreted as an integer
