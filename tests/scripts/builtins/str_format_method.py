print('{} {}'.format(1, 'a'), '{0} {1} {0}'.format('x', 'y'), '{a} {b}'.format(a=1, b=2), '{{}} {}'.format(5), '{:>5}|{:<5}|{:^5}'.format(1, 2, 3), '{:{}}'.format('r', '>4'), '{:{w}.{p}f}'.format(3.14159, w=8, p=2))
print('{0[1]} {0[0]}'.format([10, 20]), '{d[k]}'.format(d={'k': 'v'}), '{!r} {!s}'.format('q', 'q'), '{0!r:>5}'.format('a'), '{:,} {:_}'.format(1234567, 1234567), '{:%} {:.1%}'.format(0.5, 0.1234), '{0.real}'.format(3))
print('{:08.3f} {:+d} {: d} {:#x} {:#o} {:b} {:X} {:e} {:g} {:c}'.format(3.14159, 5, 5, 255, 8, 5, 255, 12345.678, 0.0001, 65), ''.format(), 'no fields'.format(1))
for f in (lambda: '{}'.format(), lambda: '{1}'.format(0), lambda: '{a}'.format(), lambda: '{'.format(1), lambda: '}'.format(1), lambda: '{} {0}'.format(1), lambda: '{!x}'.format(1), lambda: '{:d}'.format('a'), lambda: '{0[5]}'.format([1]), lambda: '{0.nope}'.format(1)):
    try:
        print(f())
    except (IndexError, KeyError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)

# expect: 1 a x y x 1 2 {} 5     1|2    |  3      r     3.14
# expect: 20 10 v 'q' q   'a' 1,234,567 1_234_567 50.000000% 12.3% 3
# expect: 0003.142 +5  5 0xff 0o10 101 FF 1.234568e+04 0.0001 A  no fields
# expect: IndexError Replacement index 0 out of range for positional args tuple
# expect: IndexError Replacement index 1 out of range for positional args tuple
# expect: KeyError 'a'
# expect: ValueError Single '{' encountered in format string
# expect: ValueError Single '}' encountered in format string
# expect: ValueError cannot switch from automatic field numbering to manual field specification
# expect: ValueError Unknown conversion specifier x
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: IndexError list index out of range
# expect: AttributeError 'int' object has no attribute 'nope'
