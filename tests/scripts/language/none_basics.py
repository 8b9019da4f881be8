def f():
    pass
def g():
    return
print(f(), g(), None, repr(None), None is None, None == 0, None == False, None != None, str(None) + '!')
print([None] * 2, (None,), {None: None}, None in [0, None], f() is g())
try:
    None + 1
except TypeError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
try:
    None()
except TypeError as e:
    print(e)
try:
    None[0]
except TypeError as e:
    print(e)

# expect: None None None None True False False False None!
# expect: [None, None] (None,) {None: None} True True
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: 'NoneType' object has no attribute 'x'
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not subscriptable
