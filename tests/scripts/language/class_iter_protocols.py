class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        self.i = 0
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
c = Count(3)
print(list(c), sum(c), [x for x in c], 2 in c, 9 in c, max(c), dict(zip(c, 'abc')))
a, b, *r = iter([1, 2, 3, 4])
print(a, b, r)
class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), [*Old()], tuple(Old()))
class NoIter:
    pass
for f in (lambda: iter(NoIter()), lambda: list(NoIter()), lambda: 1 in NoIter(), lambda: len(NoIter()), lambda: NoIter()[0], lambda: NoIter()(), lambda: next(NoIter())):
    try:
        f()
    except TypeError as e:
        print(e)
class BadIter:
    def __iter__(self):
        return 5
try:
    iter(BadIter())
except TypeError as e:
    print(e)

# expect: [1, 2, 3] 6 [1, 2, 3] True False 3 {1: 'a', 2: 'b', 3: 'c'}
# expect: 1 2 [3, 4]
# expect: [0, 10, 20] True [0, 10, 20] (0, 10, 20)
# expect: 'NoIter' object is not iterable
# expect: 'NoIter' object is not iterable
# expect: argument of type 'NoIter' is not iterable
# expect: object of type 'NoIter' has no len()
# expect: 'NoIter' object is not subscriptable
# expect: 'NoIter' object is not callable
# expect: 'NoIter' object is not an iterator
# expect: iter() returned non-iterator of type 'int'
