print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9, 9], (1, 'a') < (1, 'b'), (1, 2) == (1, 2.0))
print('abc' < 'abd', 'Z' < 'a', '' < 'a', 'abc' < 'abcd', 'a' > 'B', 'é' > 'z', b'a' < b'b', b'ab' < b'a')
print([1] == (1,), [] == (), '1' == 1, [1] != (1,), {1: 2} == {1: 2.0}, {1, 2} == {2, 1}, b'a' == 'a', b'a' == bytearray(b'a'))
print([1, [2, 3]] < [1, [2, 4]], (1, (2,)) >= (1, (2,)), [0.0] == [-0.0], [1, 'x'] < [2, 3])
for f in (lambda: [1] < ['a'], lambda: (1,) < [1], lambda: 1 < 'a', lambda: {} < {}, lambda: None < None, lambda: 'a' >= b'a'):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: True True True True True True
# expect: True True True True True True True False
# expect: False False False True True True False True
# expect: True True True True
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'tuple' and 'list'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'dict' and 'dict'
# expect: '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: '>=' not supported between instances of 'str' and 'bytes'
