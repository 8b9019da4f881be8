# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def f0():
    a = [1]
    a[1] = 2


tell(f0)
def f1():
    a = [1]
    a[-2] = 2


tell(f1)
def f2():
    a = [1]
    a['x'] = 2


tell(f2)
def f3():
    a = (1,)
    a[0] = 2


tell(f3)
def f4():
    a = 'abc'
    a[0] = 'x'


tell(f4)
def f5():
    a = b'abc'
    a[0] = 1


tell(f5)
def f6():
    a = range(3)
    a[0] = 1


tell(f6)
def f7():
    a = 5
    a[0] = 1


tell(f7)
def f8():
    a = None
    a[0] = 1


tell(f8)
def f9():
    a = {1}
    a[0] = 1


tell(f9)
def f10():
    a = bytearray(b'abc')
    a[0] = 256


tell(f10)
def f11():
    a = bytearray(b'abc')
    a[0] = 'x'


tell(f11)
def f12():
    a = bytearray(b'abc')
    a[5] = 1


tell(f12)
def f13():
    a = bytearray(b'abc')
    a[0:1] = 5


tell(f13)
def f14():
    a = bytearray(b'abc')
    a[0:1] = 'x'


tell(f14)
def f15():
    a = [1, 2, 3]
    a[::2] = [1]


tell(f15)
def f16():
    a = [1, 2, 3]
    a[0:1] = 5


tell(f16)
def f17():
    a = [1, 2]
    a[::0] = [1]


tell(f17)
def f18():
    a = [1]
    del a[3]


tell(f18)
def f19():
    a = [1]
    del a['x']


tell(f19)
def f20():
    a = {}
    del a[1]


tell(f20)
def f21():
    a = {'a': 1}
    del a['b']


tell(f21)
def f22():
    a = {}
    a[[]] = 1


tell(f22)
def f23():
    a = {}
    a[{}] = 1


tell(f23)
def f24():
    def g(): pass
    g[0] = 1


tell(f24)
def f25():
    a = [1, 2, 3]
    a[0:2:1] = None


tell(f25)
def f26():
    a = [1]
    a[1.5] = 3


tell(f26)
def f27():
    a = [1, 2, 3, 4]
    del a[::0]


tell(f27)
def f28():
    print[0] = 1


tell(f28)
def f29():
    del print[0]


tell(f29)
def f30():
    del (None)[0]


tell(f30)
def f31():
    a = object()
    a[0] = 1


tell(f31)
def f32():
    a = object()
    a[0]


tell(f32)

# expect: IndexError: list assignment index out of range
# expect: IndexError: list assignment index out of range
# expect: TypeError: list indices must be integers or slices, not str
# expect: TypeError: 'tuple' object does not support item assignment
# expect: TypeError: 'str' object does not support item assignment
# expect: TypeError: 'bytes' object does not support item assignment
# expect: TypeError: 'range' object does not support item assignment
# expect: TypeError: 'int' object does not support item assignment
# expect: TypeError: 'NoneType' object does not support item assignment
# expect: TypeError: 'set' object does not support item assignment
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: IndexError: bytearray index out of range
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 2
# expect: TypeError: can only assign an iterable
# expect: ValueError: slice step cannot be zero
# expect: IndexError: list assignment index out of range
# expect: TypeError: list indices must be integers or slices, not str
# expect: KeyError: 1
# expect: KeyError: 'b'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'dict'
# expect: TypeError: 'function' object does not support item assignment
# expect: TypeError: can only assign an iterable
# expect: TypeError: list indices must be integers or slices, not float
# expect: ValueError: slice step cannot be zero
# expect: TypeError: 'builtin_function_or_method' object does not support item assignment
# expect: TypeError: 'builtin_function_or_method' object does not support item deletion
# expect: TypeError: 'NoneType' object does not support item deletion
# expect: TypeError: 'object' object does not support item assignment
# expect: TypeError: 'object' object is not subscriptable
