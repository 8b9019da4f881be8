# __new__ makes the instance, __init__ runs only on an instance of the class.
class Shared:
    made = 0

    def __new__(cls, *args, **kwargs):
        cls.made += 1
        print('new', cls.__name__, args, kwargs)
        return super().__new__(cls)

    def __init__(self, x, y=0):
        self.x = x + y


class Child(Shared):
    pass


class Other:
    def __new__(cls, value):
        return value


class Single:
    only = None

    def __new__(cls):
        if cls.only is None:
            cls.only = object.__new__(cls)
        return cls.only


class Failure(Exception):
    def __new__(cls, code):
        self = super().__new__(cls, code)
        self.code = code
        return self


print(Shared(1).x, Child(2, y=3).x, Shared.made, Child.made)
print(Other(5), type(Other('a')).__name__)
print(Single() is Single(), isinstance(Single(), Single))
try:
    raise Failure(7)
except Failure as e:
    print(e.code, e.args, e)
try:
    Shared()
except TypeError as e:
    print(e)

# expect: new Shared (1,) {}
# expect: new Child (2,) {'y': 3}
# expect: 1 5 1 2
# expect: 5 str
# expect: True True
# expect: 7 (7,) 7
# expect: new Shared () {}
# expect: Shared.__init__() missing 1 required positional argument: 'x'
