# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def g1(x):
    a, b = x
    return a, b


def g2(x):
    a, *b, c = x
    return a, b, c


def g3(x):
    [a] = x
    return a


def g4(x):
    a, (b, c) = x
    return a, b, c


def g5(x):
    return [a + b for a, b in x]


def g6(x):
    for a, b in x.items():
        for c, d in a:
            pass


tell(lambda: g1([1]))
tell(lambda: g1([1, 2, 3]))
tell(lambda: g1([]))
tell(lambda: g1('a'))
tell(lambda: g1('abc'))
tell(lambda: g1(5))
tell(lambda: g1(None))
tell(lambda: g1({1: 2}))
tell(lambda: g1({1, 2, 3}))
tell(lambda: g1(iter([1])))
tell(lambda: g1(iter([1, 2, 3])))
tell(lambda: g1(range(5)))
tell(lambda: g2([]))
tell(lambda: g2([1]))
tell(lambda: g2(5))
tell(lambda: g2(''))
tell(lambda: g3([1, 2, 3]))
tell(lambda: g3([1]))
tell(lambda: g4([1, [2]]))
tell(lambda: g4([1, 5]))
tell(lambda: g4([[1], [2, 3]]))
tell(lambda: g5([(1, 2), (3,)]))
tell(lambda: g5([5]))
tell(lambda: g5(5))
tell(lambda: g6({'a': 1}))

# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: ValueError: too many values to unpack (expected 2)
# expect: ValueError: not enough values to unpack (expected 2, got 0)
# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: ValueError: too many values to unpack (expected 2)
# expect: TypeError: cannot unpack non-iterable int object
# expect: TypeError: cannot unpack non-iterable NoneType object
# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: ValueError: too many values to unpack (expected 2)
# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: ValueError: too many values to unpack (expected 2)
# expect: ValueError: too many values to unpack (expected 2)
# expect: ValueError: not enough values to unpack (expected at least 2, got 0)
# expect: ValueError: not enough values to unpack (expected at least 2, got 1)
# expect: TypeError: cannot unpack non-iterable int object
# expect: ValueError: not enough values to unpack (expected at least 2, got 0)
# expect: ValueError: too many values to unpack (expected 1)
# expect: 1
# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: TypeError: cannot unpack non-iterable int object
# expect: ([1], 2, 3)
# expect: ValueError: not enough values to unpack (expected 2, got 1)
# expect: TypeError: cannot unpack non-iterable int object
# expect: TypeError: 'int' object is not iterable
# expect: ValueError: not enough values to unpack (expected 2, got 1)
