print(max(1, 2, 3), min(1, 2), max([3, 1]), min('hello'), max((1, 'a'), (1, 'b')), max([], default='none'), min([], default=None), max('a', 'B', key=str.lower), min([1, -5, 3], key=abs), max({'a': 5, 'b': 2}), max({'a': 1, 'b': 9}, key={'a': 1, 'b': 9}.get))
print(max([1, 1.0, True]), min([True, 1, 1.0]), max(1, 1.0), max(0.5, 1), min(x * x for x in range(-3, 3)), max(range(5)), max([[1, 2], [3]]), max(['bb', 'a', 'cc'], key=len), min(['bb', 'a', 'c'], key=len), max(3, 9, key=lambda x: -x))
for f in (lambda: max([]), lambda: min(()), lambda: max(5), lambda: max(1, 'a'), lambda: max([1, None]), lambda: max(1, 2, default=3), lambda: min('')):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 3 1 3 e (1, 'b') none None B 1 b b
# expect: 1 True 1 1 0 4 [3] bb a 3
# expect: ValueError max() arg is an empty sequence
# expect: ValueError min() arg is an empty sequence
# expect: TypeError 'int' object is not iterable
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: TypeError '>' not supported between instances of 'NoneType' and 'int'
# expect: TypeError Cannot specify a default for max() with multiple positional arguments
# expect: ValueError min() arg is an empty sequence
