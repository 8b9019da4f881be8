def f(**kw):
    return kw
try:
    f(**{'a': 1}, **{'a': 2})
except TypeError as e:
    print(str(e).replace('__main__.', ''))
try:
    f(a=1, **{'a': 2})
except TypeError as e:
    print(str(e).replace('__main__.', ''))
print(f(**{}), f(**{'x y': 1}))

# expect: f() got multiple values for keyword argument 'a'
# expect: f() got multiple values for keyword argument 'a'
# expect: {} {'x y': 1}
