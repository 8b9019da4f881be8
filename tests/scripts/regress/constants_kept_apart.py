# Equal constants of different types must not be merged.
print(1, 1.0, True, (1,), (1.0,), (True,))
print(0, 0.0, -0.0, False, (0, -0.0), (0.0, False))
def f():
    return 1, 1.0, True, 0.0, -0.0, '1', b'1', (1, (1.0, (True,)))
print(f())
print('a', b'a', ('a',), (b'a',), 'a' == b'a')
x = [1, 1.0, True]
print([type(v).__name__ for v in x], {1: 'int'}, {1.0: 'float'}, {True: 'bool'})
print(2 ** 62 + 0.0, 2 ** 62, 4611686018427387904, 4611686018427387904.0)
print(1 if 1.0 else 2, -1, -1.0, 1e0, 100, 1e2, None, 'None', ..., '...')

# expect: 1 1.0 True (1,) (1.0,) (True,)
# expect: 0 0.0 -0.0 False (0, -0.0) (0.0, False)
# expect: (1, 1.0, True, 0.0, -0.0, '1', b'1', (1, (1.0, (True,))))
# expect: a b'a' ('a',) (b'a',) False
# expect: ['int', 'float', 'bool'] {1: 'int'} {1.0: 'float'} {True: 'bool'}
# expect: 4.611686018427388e+18 4611686018427387904 4611686018427387904 4.611686018427388e+18
# expect: 1 -1 -1.0 1.0 100 100.0 None None Ellipsis ...
