print([1, 'a', None, True, 1.5, (1,), {'k': [2]}, {3}, b'x'], ('a',), {'a': 'b', 1: (2, 3)}, [[]], [()], {(): {}}, repr([repr('x')]), str(['\n']), repr("a'b\"c"), {'q': "it's"})
print(repr(range(3)), repr(slice(1, 2)), repr(bytearray(b'x')), repr(frozenset([1])), repr(set()), repr(''), repr(-0.0), repr(10 ** 18), repr(1e100), repr(None), repr([None]), ascii(['é']), repr(type), repr(NotImplemented), repr(...))
print(repr(ValueError('x', 1)), repr(KeyError('k')), [ValueError('in list')], str(ValueError('in', 'args')), repr(Exception()), repr(float('nan')), [float('inf')], repr(int), repr(ValueError))

# expect: [1, 'a', None, True, 1.5, (1,), {'k': [2]}, {3}, b'x'] ('a',) {'a': 'b', 1: (2, 3)} [[]] [()] {(): {}} ["'x'"] ['\n'] 'a\'b"c' {'q': "it's"}
# expect: range(0, 3) slice(1, 2, None) bytearray(b'x') frozenset({1}) set() '' -0.0 1000000000000000000 1e+100 None [None] ['\xe9'] <class 'type'> NotImplemented Ellipsis
# expect: ValueError('x', 1) KeyError('k') [ValueError('in list')] ('in', 'args') Exception() nan [inf] <class 'int'> <class 'ValueError'>
