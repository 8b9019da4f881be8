# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: [1, 2] < [1, 'a'])
tell(lambda: [1, 2] == [1, 'a'])
tell(lambda: (1, 2) < (1, 2, 'a'))
tell(lambda: [[1]] < [['a']])
tell(lambda: {'a': 1} < {'a': 2})
tell(lambda: max([[1], ['a']]))
tell(lambda: min({1: 2}, {3: 4}))
tell(lambda: sorted([(1, 'a'), (1, 2)]))
tell(lambda: sorted([[2], ['a']]))
tell(lambda: [None] < [None])
tell(lambda: [None] < [1])
tell(lambda: (1, None) > (1, None))
tell(lambda: 1 == 'a')
tell(lambda: None == 0)
tell(lambda: (1, 2) == [1, 2])
tell(lambda: {1} == frozenset([1]))
tell(lambda: b'a' == 'a')
tell(lambda: 1 < 2 < 'a')
tell(lambda: 'a' < 'b' < 3)
tell(lambda: range(3) == [0, 1, 2])
tell(lambda: 1 is 'a' or 2)
tell(lambda: slice(1) == slice(1))
tell(lambda: int < str)
tell(lambda: len < len)
tell(lambda: object() < object())
tell(lambda: float('nan') in [float('nan')])
tell(lambda: 1 < 1j)

# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: False
# expect: True
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError: '>' not supported between instances of 'str' and 'int'
# expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: False
# expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
# expect: False
# expect: False
# expect: False
# expect: False
# expect: True
# expect: False
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: False
# expect: 2
# expect: True
# expect: TypeError: '<' not supported between instances of 'type' and 'type'
# expect: TypeError: '<' not supported between instances of 'builtin_function_or_method' and 'builtin_function_or_method'
# expect: TypeError: '<' not supported between instances of 'object' and 'object'
# expect: False
# expect: TypeError: '<' not supported between instances of 'int' and 'complex'
