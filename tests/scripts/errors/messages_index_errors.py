# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: [][0])
tell(lambda: [1, 2][2])
tell(lambda: [1, 2][-3])
tell(lambda: ()[0])
tell(lambda: (1,)[5])
tell(lambda: 'abc'[3])
tell(lambda: ''[0])
tell(lambda: b'ab'[2])
tell(lambda: bytearray(b'ab')[9])
tell(lambda: range(3)[3])
tell(lambda: range(3)[-4])
tell(lambda: [1][10**12])
tell(lambda: [1].pop(5))
tell(lambda: [].pop())
tell(lambda: [1, 2].pop(-3))
tell(lambda: bytearray(b'').pop())
tell(lambda: bytearray(b'a').pop(3))
tell(lambda: [1]['a'])
tell(lambda: [1][1.0])
tell(lambda: [1][None])
tell(lambda: (1,)['a'])
tell(lambda: 'ab'['a'])
tell(lambda: 'ab'[1.5])
tell(lambda: b'ab'['a'])
tell(lambda: bytearray(b'a')['x'])
tell(lambda: range(3)['a'])
tell(lambda: 5[0])
tell(lambda: None[0])
tell(lambda: (2.5)['a'])
tell(lambda: len[0])
tell(lambda: {1}[0])
tell(lambda: {1: 2}.keys()[0])
tell(lambda: iter([1])[0])
tell(lambda: (x for x in [1])[0])
tell(lambda: int[0])

# expect: IndexError: list index out of range
# expect: IndexError: list index out of range
# expect: IndexError: list index out of range
# expect: IndexError: tuple index out of range
# expect: IndexError: tuple index out of range
# expect: IndexError: string index out of range
# expect: IndexError: string index out of range
# expect: IndexError: index out of range
# expect: IndexError: bytearray index out of range
# expect: IndexError: range object index out of range
# expect: IndexError: range object index out of range
# expect: IndexError: list index out of range
# expect: IndexError: pop index out of range
# expect: IndexError: pop from empty list
# expect: IndexError: pop index out of range
# expect: IndexError: pop from empty bytearray
# expect: IndexError: pop index out of range
# expect: TypeError: list indices must be integers or slices, not str
# expect: TypeError: list indices must be integers or slices, not float
# expect: TypeError: list indices must be integers or slices, not NoneType
# expect: TypeError: tuple indices must be integers or slices, not str
# expect: TypeError: string indices must be integers, not 'str'
# expect: TypeError: string indices must be integers, not 'float'
# expect: TypeError: byte indices must be integers or slices, not str
# expect: TypeError: bytearray indices must be integers or slices, not str
# expect: TypeError: range indices must be integers or slices, not str
# expect: TypeError: 'int' object is not subscriptable
# expect: TypeError: 'NoneType' object is not subscriptable
# expect: TypeError: 'float' object is not subscriptable
# expect: TypeError: 'builtin_function_or_method' object is not subscriptable
# expect: TypeError: 'set' object is not subscriptable
# expect: TypeError: 'dict_keys' object is not subscriptable
# expect: TypeError: 'list_iterator' object is not subscriptable
# expect: TypeError: 'generator' object is not subscriptable
# expect: TypeError: type 'int' is not subscriptable
