def f(a, b):
    return a
def g(a, b=1):
    return a
def h():
    pass
calls = [lambda: f(1), lambda: f(), lambda: f(1, 2, 3), lambda: g(), lambda: g(1, 2, 3), lambda: h(1), lambda: f(1, 2, b=3),
         lambda: f(1, c=2), lambda: f(a=1), lambda: h(x=1), lambda: f(**{'a': 1, 'b': 2, 'z': 3}), lambda: f(**5)]
for i, c in enumerate(calls):
    try:
        c()
        print(i, 'no error')
    except TypeError as e:
        print(i, str(e).replace('__main__.', ''))

# expect: 0 f() missing 1 required positional argument: 'b'
# expect: 1 f() missing 2 required positional arguments: 'a' and 'b'
# expect: 2 f() takes 2 positional arguments but 3 were given
# expect: 3 g() missing 1 required positional argument: 'a'
# expect: 4 g() takes from 1 to 2 positional arguments but 3 were given
# expect: 5 h() takes 0 positional arguments but 1 was given
# expect: 6 f() got multiple values for argument 'b'
# expect: 7 f() got an unexpected keyword argument 'c'
# expect: 8 f() missing 1 required positional argument: 'b'
# expect: 9 h() got an unexpected keyword argument 'x'
# expect: 10 f() got an unexpected keyword argument 'z'
# expect: 11 f() argument after ** must be a mapping, not int
