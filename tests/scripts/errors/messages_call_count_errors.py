# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def d1(a, b=1): pass
def d2(a, b, c=1): pass
def d3(a=1, b=2, c=3): pass
def k1(*, a): pass
def k2(a, *, b, c): pass
def k3(*, a, b, c): pass
def v1(a, b, *c): pass
def v2(a, *c, d): pass
def p1(a, /, b=1): pass
def p2(a, b, /): pass
def kw(**k): pass


tell(lambda: f0(1))
tell(lambda: f0(1, 2))
tell(lambda: f1())
tell(lambda: f1(1, 2))
tell(lambda: f2())
tell(lambda: f2(1))
tell(lambda: f2(1, 2, 3))
tell(lambda: f3())
tell(lambda: f3(1))
tell(lambda: f3(1, 2))
tell(lambda: d1(1, 2))
tell(lambda: d1())
tell(lambda: d2())
tell(lambda: d2(1, 2, 3, 4))
tell(lambda: k1())
tell(lambda: k1(1))
tell(lambda: k1(1, 2))
tell(lambda: k2(1))
tell(lambda: k2(1, b=2))
tell(lambda: k3())
tell(lambda: k3(a=1))
tell(lambda: k3(a=1, b=2))
tell(lambda: v1())
tell(lambda: v1(1))
tell(lambda: v2())
tell(lambda: p1())
tell(lambda: p1(a=1))
tell(lambda: p1(1, b=2, c=3))
tell(lambda: p1(1, a=2))
tell(lambda: f1(a=1, b=2))
tell(lambda: f1(1, a=2))
tell(lambda: f1(b=1))
tell(lambda: f0(x=1))
tell(lambda: d1(1, z=2))
tell(lambda: f2(1, a=3))
tell(lambda: f2(a=1))
tell(lambda: f2(c=1))
tell(lambda: f2(1, 2, c=1))
tell(lambda: (lambda x: x)())
tell(lambda: (lambda: 1)(2))
tell(lambda: f1(*[1, 2]))
tell(lambda: f1(*[]))
tell(lambda: f1(**{'a': 1, 'b': 2}))
tell(lambda: f1(**{'b': 2}))
tell(lambda: f1(**{1: 2}))
tell(lambda: f1(1, **{'a': 2}))
tell(lambda: kw(1))
tell(lambda: kw(1, 2, a=1))
tell(lambda: d3(1, 2, 3, 4, 5))

# expect: TypeError: f0() takes 0 positional arguments but 1 was given
# expect: TypeError: f0() takes 0 positional arguments but 2 were given
# expect: TypeError: f1() missing 1 required positional argument: 'a'
# expect: TypeError: f1() takes 1 positional argument but 2 were given
# expect: TypeError: f2() missing 2 required positional arguments: 'a' and 'b'
# expect: TypeError: f2() missing 1 required positional argument: 'b'
# expect: TypeError: f2() takes 2 positional arguments but 3 were given
# expect: TypeError: f3() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: TypeError: f3() missing 2 required positional arguments: 'b' and 'c'
# expect: TypeError: f3() missing 1 required positional argument: 'c'
# expect: None
# expect: TypeError: d1() missing 1 required positional argument: 'a'
# expect: TypeError: d2() missing 2 required positional arguments: 'a' and 'b'
# expect: TypeError: d2() takes from 2 to 3 positional arguments but 4 were given
# expect: TypeError: k1() missing 1 required keyword-only argument: 'a'
# expect: TypeError: k1() takes 0 positional arguments but 1 was given
# expect: TypeError: k1() takes 0 positional arguments but 2 were given
# expect: TypeError: k2() missing 2 required keyword-only arguments: 'b' and 'c'
# expect: TypeError: k2() missing 1 required keyword-only argument: 'c'
# expect: TypeError: k3() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
# expect: TypeError: k3() missing 2 required keyword-only arguments: 'b' and 'c'
# expect: TypeError: k3() missing 1 required keyword-only argument: 'c'
# expect: TypeError: v1() missing 2 required positional arguments: 'a' and 'b'
# expect: TypeError: v1() missing 1 required positional argument: 'b'
# expect: TypeError: v2() missing 1 required positional argument: 'a'
# expect: TypeError: p1() missing 1 required positional argument: 'a'
# expect: TypeError: p1() got some positional-only arguments passed as keyword arguments: 'a'
# expect: TypeError: p1() got an unexpected keyword argument 'c'
# expect: TypeError: p1() got some positional-only arguments passed as keyword arguments: 'a'
# expect: TypeError: f1() got an unexpected keyword argument 'b'
# expect: TypeError: f1() got multiple values for argument 'a'
# expect: TypeError: f1() got an unexpected keyword argument 'b'
# expect: TypeError: f0() got an unexpected keyword argument 'x'
# expect: TypeError: d1() got an unexpected keyword argument 'z'
# expect: TypeError: f2() got multiple values for argument 'a'
# expect: TypeError: f2() missing 1 required positional argument: 'b'
# expect: TypeError: f2() got an unexpected keyword argument 'c'
# expect: TypeError: f2() got an unexpected keyword argument 'c'
# expect: TypeError: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'
# expect: TypeError: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# expect: TypeError: f1() takes 1 positional argument but 2 were given
# expect: TypeError: f1() missing 1 required positional argument: 'a'
# expect: TypeError: f1() got an unexpected keyword argument 'b'
# expect: TypeError: f1() got an unexpected keyword argument 'b'
# expect: TypeError: keywords must be strings
# expect: TypeError: f1() got multiple values for argument 'a'
# expect: TypeError: kw() takes 0 positional arguments but 1 was given
# expect: TypeError: kw() takes 0 positional arguments but 2 were given
# expect: TypeError: d3() takes from 0 to 3 positional arguments but 5 were given
