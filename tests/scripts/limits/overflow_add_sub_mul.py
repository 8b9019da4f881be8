# differs: integers have 64 bits
big = 9223372036854775807
small = -9223372036854775807 - 1
for f in (lambda: big + 1, lambda: small - 1, lambda: big * 2, lambda: small * -1, lambda: -small, lambda: abs(small), lambda: small // -1, lambda: big - small, lambda: 3037000500 * 3037000500,
          lambda: divmod(small, -1), lambda: sum([big, 1]), lambda: big * big, lambda: 4294967296 * 4294967296, lambda: small * small):
    try:
        print(f())
    except OverflowError as e:
        print(e)
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
# expect: integer result does not fit 64 bits
