print(len(''), len('é'), len([1]), len(()), len({1: 2}), len({1}), len(range(10)), len(b'ab'), len(range(0, 10, 3)), len({}.keys()), len(bytearray(4)))
print(sum([1, 2, 3]), sum([]), sum([], 5), sum([0.1] * 3), sum((1, 2), 10), sum([[1], [2]], []), sum(range(101)), sum({1: 'a', 2: 'b'}), sum([True, True]), sum([1.5, 2]), sum([1], start=4), sum(((1,), (2,)), ()))
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(len(L(3)))
for f in (lambda: len(L(-1)), lambda: len(L('a')), lambda: len(L(1.5)), lambda: len(5), lambda: len(None), lambda: len(x for x in []), lambda: sum(['a']), lambda: sum(['a'], ''), lambda: sum(5), lambda: sum([1], [])):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

# expect: 0 1 1 0 1 1 10 2 4 0 4
# expect: 6 0 5 0.30000000000000004 13 [1, 2] 5050 3 2 3.5 5 (1, 2)
# expect: 3
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError object of type 'int' has no len()
# expect: TypeError object of type 'NoneType' has no len()
# expect: TypeError object of type 'generator' has no len()
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError 'int' object is not iterable
# expect: TypeError can only concatenate list (not "int") to list
