def f(a, *, b, c=3):
    return a, b, c
print(f(1, b=2), f(c=1, b=2, a=3))
def g(*args, sep='-'):
    return sep.join(args)
print(g('a', 'b'), g('a', 'b', sep='+'))
for call in (lambda: f(1), lambda: f(1, 2), lambda: f(1, b=2, d=4), lambda: f(b=1)):
    try:
        print(call())
    except TypeError as e:
        print(e)

# expect: (1, 2, 3) (3, 2, 1)
# expect: a-b a+b
# expect: f() missing 1 required keyword-only argument: 'b'
# expect: f() takes 1 positional argument but 2 were given
# expect: f() got an unexpected keyword argument 'd'
# expect: f() missing 1 required positional argument: 'a'
