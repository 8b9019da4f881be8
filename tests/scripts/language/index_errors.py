for f in (lambda: [1][1], lambda: [1][-2], lambda: [][0], lambda: (1,)[5], lambda: 'a'[3], lambda: b'a'[3], lambda: bytearray(b'')[0],
          lambda: range(3)[3], lambda: {'a': 1}['b'], lambda: {}[1], lambda: [1]['0'], lambda: 'abc'['a'], lambda: (1,)[1.0], lambda: {}[[]],
          lambda: 5[0], lambda: {1}[0], lambda: {1: 2}[{}], lambda: [1][None], lambda: b'ab'['a']):
    try:
        f()
        print('no error')
    except (IndexError, KeyError, TypeError) as e:
        print(type(e).__name__, e)
a = [1, 2, 3]
try:
    a[3] = 0
except IndexError as e:
    print(e)
try:
    (1, 2)[0] = 5
except TypeError as e:
    print(e)
try:
    'abc'[0] = 'x'
except TypeError as e:
    print(e)
print([1, 2, 3][-1], 'abc'[-3], [1, 2][True])

# expect: IndexError list index out of range
# expect: IndexError list index out of range
# expect: IndexError list index out of range
# expect: IndexError tuple index out of range
# expect: IndexError string index out of range
# expect: IndexError index out of range
# expect: IndexError bytearray index out of range
# expect: IndexError range object index out of range
# expect: KeyError 'b'
# expect: KeyError 1
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError string indices must be integers, not 'str'
# expect: TypeError tuple indices must be integers or slices, not float
# expect: TypeError unhashable type: 'list'
# expect: TypeError 'int' object is not subscriptable
# expect: TypeError 'set' object is not subscriptable
# expect: TypeError unhashable type: 'dict'
# expect: TypeError list indices must be integers or slices, not NoneType
# expect: TypeError byte indices must be integers or slices, not str
# expect: list assignment index out of range
# expect: 'tuple' object does not support item assignment
# expect: 'str' object does not support item assignment
# expect: 3 a 2
