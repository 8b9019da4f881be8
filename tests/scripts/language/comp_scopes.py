n = 10
class C:
    n = 5
    a = [i for i in range(n)]
    b = [n for i in range(2)]
print(C.a, C.b)
def f():
    r = [lambda: (i, k) for i in range(2) for k in 'ab']
    return [g() for g in r]
print(f())
def g(a):
    return {b: [a for a in range(b)] for b in range(a)}
print(g(3))
i = 'kept'
_ = [i for i in range(3)], {i for i in range(3)}, {i: i for i in range(3)}, list(i for i in range(3))
print(i)
def h():
    total = 0
    def add(x):
        nonlocal total
        total += x
        return total
    return [add(v) for v in range(5)]
print(h())

# expect: [0, 1, 2, 3, 4] [10, 10]
# expect: [(1, 'b'), (1, 'b'), (1, 'b'), (1, 'b')]
# expect: {0: [], 1: [0], 2: [0, 1]}
# expect: kept
# expect: [0, 1, 3, 6, 10]
