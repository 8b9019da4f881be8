# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: iter(5))
tell(lambda: iter(None))
tell(lambda: iter(len))
tell(lambda: iter(int))
tell(lambda: iter(1.5))
tell(lambda: iter())
tell(lambda: iter(1, 2, 3))
tell(lambda: iter(5, 6))
tell(lambda: next(5))
tell(lambda: next([]))
tell(lambda: next('a'))
tell(lambda: next(iter([])))
tell(lambda: next(iter([]), 5))
tell(lambda: next())
tell(lambda: next(iter([1]), 2, 3))
tell(lambda: next(None))
tell(lambda: list(5))
tell(lambda: tuple(None))
tell(lambda: set(1.5))
tell(lambda: frozenset(5))
tell(lambda: dict(None))
tell(lambda: sorted(5))
tell(lambda: sorted([1, 'a']))
tell(lambda: sorted([None, None]))
tell(lambda: sorted())
tell(lambda: sorted([1], 5))
tell(lambda: sorted([1], foo=1))
tell(lambda: sorted([1], key=5))
tell(lambda: sorted([{}, {}]))
tell(lambda: sum(5))
tell(lambda: sum(['a']))
tell(lambda: sum(['a'], 'b'))
tell(lambda: sum([[1]]))
tell(lambda: sum([1], None))
tell(lambda: sum([b'a'], b''))
tell(lambda: max())
tell(lambda: max(5))
tell(lambda: max([]))
tell(lambda: min([]))
tell(lambda: max(1, 'a'))
tell(lambda: min(None, 1))
tell(lambda: max([1], key=5))
tell(lambda: max([], default=3))
tell(lambda: max(1, 2, default=3))
tell(lambda: max([1, 'a']))
tell(lambda: min(1, 2, foo=3))
tell(lambda: any(5))
tell(lambda: all(None))
tell(lambda: any())
tell(lambda: zip(5))
tell(lambda: list(zip([1], 5)))
tell(lambda: list(zip([1, 2], [1], strict=True)))
tell(lambda: list(zip([1], [1, 2], strict=True)))
tell(lambda: list(zip([1], [1], [1, 2], strict=True)))
tell(lambda: list(map(5, [1])))
tell(lambda: list(map(str, 5)))
tell(lambda: list(map(lambda x: x, [1], [2])))
tell(lambda: list(filter(5, [1])))
tell(lambda: filter(None))
tell(lambda: filter(None, 5))
tell(lambda: list(enumerate(5)))
tell(lambda: enumerate())
tell(lambda: enumerate([1], 'a'))
tell(lambda: reversed(5))
tell(lambda: reversed({1}))
tell(lambda: reversed(iter([])))
tell(lambda: reversed())
tell(lambda: list(reversed(None)))
tell(lambda: range())
tell(lambda: range('a'))
tell(lambda: range(1.5))
tell(lambda: range(1, 2, 0))
tell(lambda: range(1, 'a'))
tell(lambda: range(1, 2, 3, 4))
tell(lambda: range(None))
tell(lambda: len(5))
tell(lambda: len(None))
tell(lambda: len(iter([])))
tell(lambda: len())
tell(lambda: len([], []))
tell(lambda: len(int))
tell(lambda: len(x for x in []))
tell(lambda: [x for x in 5])
tell(lambda: {*5})
tell(lambda: {**5})
tell(lambda: {**[1]})
tell(lambda: 'a' in iter([]))
tell(lambda: 5 in 5)
tell(lambda: 5 in None)
tell(lambda: 5 in len)
tell(lambda: slice())
tell(lambda: slice(1, 2, 3, 4))

# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: 'builtin_function_or_method' object is not iterable
# expect: TypeError: 'type' object is not iterable
# expect: TypeError: 'float' object is not iterable
# expect: TypeError: iter expected at least 1 argument, got 0
# expect: TypeError: iter expected at most 2 arguments, got 3
# expect: TypeError: iter(v, w): v must be callable
# expect: TypeError: 'int' object is not an iterator
# expect: TypeError: 'list' object is not an iterator
# expect: TypeError: 'str' object is not an iterator
# expect: StopIteration: 
# expect: 5
# expect: TypeError: next expected at least 1 argument, got 0
# expect: TypeError: next expected at most 2 arguments, got 3
# expect: TypeError: 'NoneType' object is not an iterator
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: 'float' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: TypeError: sorted expected 1 argument, got 0
# expect: TypeError: sorted expected 1 argument, got 2
# expect: TypeError: 'foo' is an invalid keyword argument for sort()
# expect: TypeError: 'int' object is not callable
# expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'list'
# expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: TypeError: sum() can't sum bytes [use b''.join(seq) instead]
# expect: TypeError: max expected at least 1 argument, got 0
# expect: TypeError: 'int' object is not iterable
# expect: ValueError: max() arg is an empty sequence
# expect: ValueError: min() arg is an empty sequence
# expect: TypeError: '>' not supported between instances of 'str' and 'int'
# expect: TypeError: '<' not supported between instances of 'int' and 'NoneType'
# expect: TypeError: 'int' object is not callable
# expect: 3
# expect: TypeError: Cannot specify a default for max() with multiple positional arguments
# expect: TypeError: '>' not supported between instances of 'str' and 'int'
# expect: TypeError: 'foo' is an invalid keyword argument for min()
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: any() takes exactly one argument (0 given)
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: ValueError: zip() argument 2 is shorter than argument 1
# expect: ValueError: zip() argument 2 is longer than argument 1
# expect: ValueError: zip() argument 3 is longer than arguments 1-2
# expect: TypeError: 'int' object is not callable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
# expect: TypeError: 'int' object is not callable
# expect: TypeError: filter expected 2 arguments, got 1
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: enumerate() missing required argument 'iterable'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'int' object is not reversible
# expect: TypeError: 'set' object is not reversible
# expect: TypeError: 'list_iterator' object is not reversible
# expect: TypeError: reversed expected 1 argument, got 0
# expect: TypeError: 'NoneType' object is not reversible
# expect: TypeError: range expected at least 1 argument, got 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: range() arg 3 must not be zero
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: range expected at most 3 arguments, got 4
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: object of type 'NoneType' has no len()
# expect: TypeError: object of type 'list_iterator' has no len()
# expect: TypeError: len() takes exactly one argument (0 given)
# expect: TypeError: len() takes exactly one argument (2 given)
# expect: TypeError: object of type 'type' has no len()
# expect: TypeError: object of type 'generator' has no len()
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not a mapping
# expect: TypeError: 'list' object is not a mapping
# expect: False
# expect: TypeError: argument of type 'int' is not iterable
# expect: TypeError: argument of type 'NoneType' is not iterable
# expect: TypeError: argument of type 'builtin_function_or_method' is not iterable
# expect: TypeError: slice expected at least 1 argument, got 0
# expect: TypeError: slice expected at most 3 arguments, got 4
