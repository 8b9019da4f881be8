it = iter([1, 2])
print(next(it), next(it), next(it, 'd'))
try:
    next(it)
except StopIteration as e:
    print('stop', e.args, e.value)
n = [0]
def count():
    n[0] += 1
    return n[0]
print(list(iter(count, 4)), n)
for kind in ('ab', (1, 2), {'k': 1}, {5}, range(2), b'ab', bytearray(b'c'), enumerate('x'), zip('a', 'b'), map(str, [1]), (i for i in [7]), reversed([1, 2])):
    it = iter(kind)
    print(next(it), end=' ')
print(iter(it) is it)
for f in (lambda: iter(5), lambda: next([1]), lambda: next(5), lambda: iter(count), lambda: iter(5, 1)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: 1 2 d
# expect: stop () None
# expect: [1, 2, 3] [4]
# expect: a 1 k 5 0 97 99 (0, 'x') ('a', 'b') 1 7 2 True
# expect: 'int' object is not iterable
# expect: 'list' object is not an iterator
# expect: 'int' object is not an iterator
# expect: 'function' object is not iterable
# expect: iter(v, w): v must be callable
