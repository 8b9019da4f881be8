# A star that stands alone in a call is iterated over when all arguments have been evaluated; repetition in place.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)
def say(x):
    print('say', x)
    return x
def it():
    print('iterated')
    yield 1
def f(*a, **k):
    return a, k
tell(lambda: f(*it(), **say({'a': 1})))
tell(lambda: f(*it(), b=say(2)))
tell(lambda: f(0, *it(), b=say(2)))
tell(lambda: f(*it(), *it(), b=say(2)))
tell(lambda: f(*it()))
tell(lambda: f(*say((1, 2)), **say({'a': 1}), c=say(3)))
class C:
    def m(self, *a, **k):
        return a, k
tell(lambda: C().m(*it(), **say({'a': 1})))
tell(lambda: print(*it(), sep=say('-')))
def mul(a, b):
    a *= b
    return a
for x in ({}, {1}, 5, 2.5, None, C, f):
    tell(mul, x, 'ab')
    tell(mul, x, [1])
    tell(lambda: x * 'ab')

# expect: say {'a': 1}
# expect: iterated
# expect: ((1,), {'a': 1})
# expect: say 2
# expect: iterated
# expect: ((1,), {'b': 2})
# expect: iterated
# expect: say 2
# expect: ((0, 1), {'b': 2})
# expect: iterated
# expect: iterated
# expect: say 2
# expect: ((1, 1), {'b': 2})
# expect: iterated
# expect: ((1,), {})
# expect: say (1, 2)
# expect: say {'a': 1}
# expect: say 3
# expect: ((1, 2), {'a': 1, 'c': 3})
# expect: say {'a': 1}
# expect: iterated
# expect: ((1,), {'a': 1})
# expect: say -
# expect: iterated
# expect: 1
# expect: None
# expect: TypeError: unsupported operand type(s) for *=: 'dict' and 'str'
# expect: TypeError: unsupported operand type(s) for *=: 'dict' and 'list'
# expect: TypeError: can't multiply sequence by non-int of type 'dict'
# expect: TypeError: unsupported operand type(s) for *=: 'set' and 'str'
# expect: TypeError: unsupported operand type(s) for *=: 'set' and 'list'
# expect: TypeError: can't multiply sequence by non-int of type 'set'
# expect: 'ababababab'
# expect: [1, 1, 1, 1, 1]
# expect: 'ababababab'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: can't multiply sequence by non-int of type 'type'
# expect: TypeError: can't multiply sequence by non-int of type 'type'
# expect: TypeError: can't multiply sequence by non-int of type 'type'
# expect: TypeError: can't multiply sequence by non-int of type 'function'
# expect: TypeError: can't multiply sequence by non-int of type 'function'
# expect: TypeError: can't multiply sequence by non-int of type 'function'
