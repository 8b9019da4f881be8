s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, list(range(20))[s], s == slice(1, 10, 2), slice(5), slice(None), s.indices(5), slice(-3, None).indices(10), slice(None, None, -1).indices(4), slice(10, 0, -3).indices(6), slice(0, 0).indices(3))
print('abcdef'[slice(None, None, -2)], [1, 2, 3][slice(1, None)], isinstance(s, slice))
for f in (lambda: slice(1, 2, 0).indices(5), lambda: [1][slice('a', 'b')]):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

# expect: slice(1, 10, 2) 1 10 2 [1, 3, 5, 7, 9] True slice(None, 5, None) slice(None, None, None) (1, 5, 2) (7, 10, 1) (3, -1, -1) (5, 0, -3) (0, 0, 1)
# expect: fdb [2, 3] True
# expect: ValueError slice step cannot be zero
# expect: TypeError slice indices must be integers or None or have an __index__ method
