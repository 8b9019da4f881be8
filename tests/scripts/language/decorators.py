def deco(f):
    def wrap(*a, **k):
        print('before', f.__name__)
        r = f(*a, **k)
        print('after')
        return r
    return wrap
def times(n):
    print('times', n)
    def d(f):
        print('decorating', f.__name__)
        def w(*a):
            return [f(*a) for _ in range(n)]
        return w
    return d
@deco
def add(a, b=1):
    return a + b
print(add(1), add(1, b=5))
@times(2)
@times(3)
def hi():
    return 'hi'
print(hi())
class M:
    @deco
    def m(self, x):
        return x * 2
print(M().m(4))
def const(v):
    return lambda f: v
@const(42)
def gone(): pass
print(gone)

# expect: before add
# expect: after
# expect: before add
# expect: after
# expect: 2 6
# expect: times 2
# expect: times 3
# expect: decorating hi
# expect: decorating w
# expect: [['hi', 'hi', 'hi'], ['hi', 'hi', 'hi']]
# expect: before m
# expect: after
# expect: 8
# expect: 42
