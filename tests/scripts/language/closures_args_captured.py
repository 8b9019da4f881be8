def f(a, b=2, *args, k=4, **kw):
    def g():
        return a, b, args, k, kw
    a += 1
    return g
print(f(1)(), f(1, 3, 5, 6, k=7, z=8)())
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2, str)(3))
def adder(n):
    return lambda x: x + n
print([adder(i)(10) for i in range(3)])
def fact():
    def rec(n):
        return 1 if n < 2 else n * rec(n - 1)
    return rec
print(fact()(10))

# expect: (2, 2, (), 4, {}) (2, 3, (5, 6), 7, {'z': 8})
# expect: 8
# expect: [10, 11, 12]
# expect: 3628800
