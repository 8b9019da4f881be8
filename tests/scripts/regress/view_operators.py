# Views of keys take any iterable beside & | - ^; a length is an int.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)
d = {1: 2, 3: 4}
k = d.keys()
tell(lambda: sorted(k & [1, 5]))
tell(lambda: sorted(k - [1]))
tell(lambda: sorted(k | (7,)))
tell(lambda: sorted(k ^ 'a', key=str))
tell(lambda: k - 0)
tell(lambda: k & None)
tell(lambda: [1] & k)
tell(lambda: sorted(k & {1}))
tell(lambda: sorted({1, 9} - k))
tell(lambda: d.values() & [1])
class A:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
tell(lambda: len(A(True)))
tell(lambda: len(A(False)))
tell(lambda: bool(A(True)))
tell(lambda: range(len(A(True))))

# expect: [1]
# expect: [3]
# expect: [1, 3, 7]
# expect: [1, 3, 'a']
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: {1}
# expect: [1]
# expect: [9]
# expect: TypeError: unsupported operand type(s) for &: 'dict_values' and 'list'
# expect: 1
# expect: 0
# expect: True
# expect: range(0, 1)
