def f(a, b, /, c, *, d):
    return a, b, c, d
print(f(1, 2, 3, d=4), f(1, 2, c=3, d=4))
def g(a, /, **kw):
    return a, kw
print(g(1, a=2))
def h(a=1, b=2, /):
    return a + b
print(h(), h(5))
for call in (lambda: f(1, b=2, c=3, d=4), lambda: h(a=3)):
    try:
        call()
    except TypeError as e:
        print(e)

# expect: (1, 2, 3, 4) (1, 2, 3, 4)
# expect: (1, {'a': 2})
# expect: 3 7
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: h() got some positional-only arguments passed as keyword arguments: 'a'
