x = 'global'
def f():
    x = 'local'
    class A:
        y = x
        def m(self):
            return x
    class B:
        z = [x for _ in range(2)]
    return A.y, A().m(), B.z
print(f())
class C:
    x = x
    y = x + '!'
print(C.x, C.y)
def g():
    x = 'enclosing'
    class D:
        x = x
    return D.x
print(g())
def h(n):
    class E:
        n2 = n * 2
        def __init__(self):
            nonlocal n
            n += 1
    E(); E()
    return n, E.n2
print(h(5))

# expect: ('local', 'local', ['local', 'local'])
# expect: global global!
# expect: global
# expect: (7, 10)
