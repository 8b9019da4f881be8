def a(x):
    def b(y):
        def c(z):
            nonlocal x
            x += z
            def d():
                return (x, y, z)
            return d
        return c
    return b
m = a(1)(2)
print(m(3)(), m(4)())
def outer():
    x = 1
    def middle():
        def inner():
            nonlocal x
            x = 2
        inner()
    middle()
    return x
print(outer())
def unbound():
    def f():
        return q
    try:
        f()
    except NameError as e:
        print(type(e).__name__)
    q = 1
unbound()

# expect: (4, 2, 3) (8, 2, 4)
# expect: 2
# expect: NameError
