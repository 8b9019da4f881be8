a, b = object(), object()
print(a is a, a is b, id(a) == id(a), id(a) == id(b), a == a, a == b, a != b, isinstance(a, object), type(a) is object)
print(type(1), type('a'), type(None), type([]), type(1.0), type(True), type(()), type({}), type({1}), type(b''), type(range(1)), type(int), type(ValueError()))
class C: pass
print(type(C()).__name__, type(C) is type, type(C()) is C, type(1) is int, type(True) is int, type(1) == type(2), type(lambda: 0).__name__, type(len).__name__, type((i for i in [])).__name__)
x = [1]
y = x
print(id(x) == id(y), x is y, id(x) == id([1]), type(x)((1, 2)), type('')(5), type(3)('7'), int, str, [int, float], {int: 'i'}[type(3)])
try:
    object().x = 1
except AttributeError as e:
    print(e)

# expect: True False True False True False True True True
# expect: <class 'int'> <class 'str'> <class 'NoneType'> <class 'list'> <class 'float'> <class 'bool'> <class 'tuple'> <class 'dict'> <class 'set'> <class 'bytes'> <class 'range'> <class 'type'> <class 'ValueError'>
# expect: C True True True False True function builtin_function_or_method generator
# expect: True True False [1, 2] 5 7 <class 'int'> <class 'str'> [<class 'int'>, <class 'float'>] i
# expect: 'object' object has no attribute 'x'
