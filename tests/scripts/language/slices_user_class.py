class S:
    def __getitem__(self, i):
        if isinstance(i, slice):
            return ('slice', i.start, i.stop, i.step)
        return i
    def __setitem__(self, i, v):
        print('set', i, v)
    def __delitem__(self, i):
        print('del', i)
s = S()
print(s[1], s[1:2], s[::], s[:5:-1], s['k'], s[1, 2], s[()], s[None])
s[1:2] = 'v'
s['a', 'b'] = 3
del s[0]
del s[::2]
s[0] += 5
print(slice(3), slice(1, 2, 3), slice(1, 2) == slice(1, 2), slice(None, 9, 2).indices(5), slice(-3, None).indices(10))

# expect: 1 ('slice', 1, 2, None) ('slice', None, None, None) ('slice', None, 5, -1) k (1, 2) () None
# expect: set slice(1, 2, None) v
# expect: set ('a', 'b') 3
# expect: del 0
# expect: del slice(None, None, 2)
# expect: set 0 5
# expect: slice(None, 3, None) slice(1, 2, 3) True (0, 5, 2) (7, 10, 1)
