# complex: literals, construction, arithmetic, text.
print(3j, 1 + 2j, -1 - 2j, 1.5 - 0j, complex(), complex(2), complex(1, 2), complex(1.5j))
print([complex(s) for s in ('j', '-J', '1', '1.2e3j', '1+2j', ' -1-2j ', '(3+4j)', 'nan-infj', '1e-3+2E+2j')])
z = 3 + 4j
print(z.real, z.imag, abs(z), z.conjugate(), -z, +z, bool(z), bool(0j), type(z), complex)
print(z + 1, 1 + z, z - 2.5, 2.5 - z, z * 2, 2 * z, z * z, z / 2, 1 / z, z / (1 - 1j), z ** 2, z ** -1, 2 ** (1 + 0j), 0j ** 0)
print(z == 3 + 4j, z != 3, 1 + 0j == 1, 1 == 1 + 0j, {1 + 0j: 'a'}[1], hash(2 + 0j) == hash(2), True == 1 + 0j)
print('{:.2f} {:>12} {:+.1e}|{:*<14.3}|'.format(z, z, z, 1j), f'{z!r}', '%s' % z, str(2j))
print(isinstance(z, complex), isinstance(1, complex), [1j, {2j: 3j}])
print(sum([1j, 2, 3.5]), z in [1, 3 + 4j])
for f in (lambda: z < 1, lambda: z // 2, lambda: z % 2, lambda: ~z, lambda: z / 0, lambda: 0j ** -1, lambda: complex('1 + 2j'), lambda: complex('x'), lambda: complex([]),
          lambda: complex('1', 2), lambda: complex(1, '2'), lambda: int(z), lambda: float(z), lambda: z + [], lambda: round(z), lambda: [1, 2][1j]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def __complex__(self):
        return 1 + 5j


class B:
    def __float__(self):
        return 2.5


class N:
    def __complex__(self):
        return 6


print(complex(A()), complex(B()), complex(B(), B()))
try:
    complex(N())
except TypeError as e:
    print(e)
try:
    z.real = 1
except AttributeError as e:
    print(e)

# expect: 3j (1+2j) (-1-2j) (1.5+0j) 0j (2+0j) (1+2j) 1.5j
# expect: [1j, -1j, (1+0j), 1200j, (1+2j), (-1-2j), (3+4j), (nan-infj), (0.001+200j)]
# expect: 3.0 4.0 5.0 (3-4j) (-3-4j) (3+4j) True False <class 'complex'> <class 'complex'>
# expect: (4+4j) (4+4j) (0.5+4j) (-0.5-4j) (6+8j) (6+8j) (-7+24j) (1.5+2j) (0.12-0.16j) (-0.5+3.5j) (-7+24j) (0.12-0.16j) (2+0j) (1+0j)
# expect: True True True True a True True
# expect: 3.00+4.00j       (3+4j) +3.0e+00+4.0e+00j|1j************| (3+4j) (3+4j) 2j
# expect: True False [1j, {2j: 3j}]
# expect: (5.5+1j) True
# expect: TypeError '<' not supported between instances of 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for %: 'complex' and 'int'
# expect: TypeError bad operand type for unary ~: 'complex'
# expect: ZeroDivisionError complex division by zero
# expect: ZeroDivisionError 0.0 to a negative or complex power
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: TypeError complex() first argument must be a string or a number, not 'list'
# expect: TypeError complex() can't take second arg if first is a string
# expect: TypeError complex() second arg can't be a string
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError float() argument must be a string or a real number, not 'complex'
# expect: TypeError unsupported operand type(s) for +: 'complex' and 'list'
# expect: TypeError type complex doesn't define __round__ method
# expect: TypeError list indices must be integers or slices, not complex
# expect: (1+5j) (2.5+0j) (2.5+2.5j)
# expect: __complex__ returned non-complex (type int)
# expect: readonly attribute
