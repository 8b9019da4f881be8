print(list(enumerate(iterable=[1, 2])), list(enumerate(iterable='ab', start=3)), list(enumerate(start=1, iterable=range(2))), list(enumerate('x', start=-1)))
for f in (lambda: enumerate(), lambda: enumerate(5), lambda: enumerate(start=1)):
    try:
        print(list(f()))
    except TypeError as e:
        print(e)

# expect: [(0, 1), (1, 2)] [(3, 'a'), (4, 'b')] [(1, 0), (2, 1)] [(-1, 'x')]
# expect: enumerate() missing required argument 'iterable'
# expect: 'int' object is not iterable
# expect: 'start' is an invalid keyword argument for enumerate()
