# __get__, __set__, __delete__ and __set_name__ of user classes.


class Positive:
    def __set_name__(self, owner, name):
        print('named', owner.__name__, name)
        self.name = '_' + name

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(self.name + ' must not be negative')
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        print('deleted', self.name)
        delattr(obj, self.name)


class Box:
    width = Positive()
    height = Positive()

    def __init__(self, w, h):
        self.width = w
        self.height = h


b = Box(2, 3)
print(b.width * b.height, b._width)
b.width += 5
print(b.width, vars(b))
try:
    b.height = -1
except ValueError as e:
    print(e)
del b.height
try:
    b.height
except AttributeError as e:
    print(e)
print(type(Box.width).__name__, isinstance(Box.width, Positive))


class Lazy:
    # No __set__: an attribute of the object comes first.
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls=None):
        if obj is None:
            return cls.__name__ + ' itself'
        print('computed')
        v = self.f(obj)
        setattr(obj, self.f.__name__, v)
        return v


class Data:
    @Lazy
    def total(self):
        return 42


d = Data()
print(d.total, d.total)
print(Data.total)
print(getattr(Data(), 'total'), hasattr(d, 'total'))


class Caller:
    def __get__(self, obj, cls):
        return lambda x: (obj.n if obj is not None else 'none', cls.__name__, x)


class Host:
    call = Caller()

    def __init__(self, n):
        self.n = n


class Sub(Host):
    def both(self):
        return super().call(7)


print(Host(1).call(2), Sub(3).call(4), Sub.call(5))
print(Sub(6).both())
for i in range(3):
    h = Host(i)
    print(h.call(i), h.n)


class Only:
    def __get__(self, obj, cls):
        return 'got'

    def __set__(self, obj, value):
        print('set', value)


class Late:
    pass


x = Late()
x.a = 1
print(x.a)
Late.a = Only()
print(x.a)
x.a = 2
print(x.a, vars(x))

# expect: named Box width
# expect: named Box height
# expect: 6 2
# expect: 7 {'_width': 7, '_height': 3}
# expect: _height must not be negative
# expect: deleted _height
# expect: 'Box' object has no attribute '_height'
# expect: Positive True
# expect: computed
# expect: 42 42
# expect: Data itself
# expect: computed
# expect: 42 True
# expect: (1, 'Host', 2) (3, 'Sub', 4) ('none', 'Sub', 5)
# expect: (6, 'Sub', 7)
# expect: (0, 'Host', 0) 0
# expect: (1, 'Host', 1) 1
# expect: (2, 'Host', 2) 2
# expect: 1
# expect: got
# expect: set 2
# expect: got {'a': 1}
