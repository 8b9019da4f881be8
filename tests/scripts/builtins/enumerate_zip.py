print(list(enumerate('ab')), list(enumerate(['x', 'y'], 5)), list(enumerate([], start=3)), list(enumerate('a', start=-1)), next(enumerate('q')))
print(list(zip([1, 2], 'ab')), list(zip([1, 2, 3], 'ab')), list(zip()), list(zip([1])), list(zip('ab', range(9), [True, False])), dict(zip('ab', (1, 2))), list(zip(*[(1, 2), (3, 4)])))
def g():
    print('pulled', end=' ')
    yield 1
    print('pulled2', end=' ')
    yield 2
z = zip(g(), [9])
print(list(z))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
for f in (lambda: zip(5), lambda: enumerate(5), lambda: list(zip([1], 5))):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: [(0, 'a'), (1, 'b')] [(5, 'x'), (6, 'y')] [] [(-1, 'a')] (0, 'q')
# expect: [(1, 'a'), (2, 'b')] [(1, 'a'), (2, 'b')] [] [(1,)] [('a', 0, True), ('b', 1, False)] {'a': 1, 'b': 2} [(1, 3), (2, 4)]
# expect: pulled pulled2 [(1, 9)]
# expect: [(1, 2), (3, 4)]
# expect: zip() argument 2 is longer than argument 1
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
