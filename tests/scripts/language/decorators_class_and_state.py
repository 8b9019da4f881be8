def memo(f):
    cache = {}
    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    g.cache = cache
    return g
try:
    @memo
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    print(fib(60), len(fib.cache))
except AttributeError as e:
    print('no attributes on functions', e)
class CountCalls:
    def __init__(self, f):
        self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@CountCalls
def sq(x):
    return x * x
print(sq(3), sq(4), sq.n)
def add_method(cls):
    cls.hello = lambda self: 'hello from ' + cls.__name__
    return cls
@add_method
class P:
    pass
print(P().hello())
ds = [lambda f: lambda: f() + 1]
@ds[0]
def one():
    return 1
print(one())

# expect: 1548008755920 61
# expect: 9 16 2
# expect: hello from P
# expect: 2
