# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


class A:
    def __init__(self, x): pass
    def m(self, a): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a, b): pass
    def none(): pass


class B:
    pass


class C(A):
    pass


class D:
    def __call__(self, a): pass


class E:
    def __init__(self, x):
        return x


class F:
    def __new__(cls, x):
        return object.__new__(cls)
    def __init__(self): pass


tell(lambda: A())
tell(lambda: A(1, 2))
tell(lambda: A(y=1))
tell(lambda: B(1))
tell(lambda: B(x=1))
tell(lambda: C())
tell(lambda: A(1).m())
tell(lambda: A(1).m(1, 2))
tell(lambda: A(1).m(z=1))
tell(lambda: A.m())
tell(lambda: A.m(A(1)))
tell(lambda: A(1).s())
tell(lambda: A(1).s(1, 2))
tell(lambda: A(1).c())
tell(lambda: A(1).c(1, 2, 3))
tell(lambda: A(1).none())
tell(lambda: D()())
tell(lambda: D()(1, 2))
tell(lambda: D(1))
tell(lambda: E(5))
tell(lambda: F(5))
tell(lambda: F('a'))
tell(lambda: A(1) + 1)
tell(lambda: 1 + A(1))
tell(lambda: A(1)())
tell(lambda: A(1)[0])
tell(lambda: A(1) < A(2))
tell(lambda: A(1) < 1)
tell(lambda: -A(1))
tell(lambda: len(A(1)))
tell(lambda: iter(A(1)))
tell(lambda: next(A(1)))
tell(lambda: abs(A(1)))
tell(lambda: int(A(1)))
tell(lambda: float(A(1)))
tell(lambda: round(A(1)))
tell(lambda: A(1) in A(1))
tell(lambda: 5 in A(1))
tell(lambda: [1][A(1)])
tell(lambda: bool(A(1)))
tell(lambda: str(A(1), 'x'))
tell(lambda: A(1) @ A(1))
tell(lambda: ~A(1))
tell(lambda: divmod(A(1), 2))
tell(lambda: pow(A(1), 2))
tell(lambda: list(A(1)))
tell(lambda: sorted(A(1)))
tell(lambda: sum(A(1)))
tell(lambda: max(A(1)))
tell(lambda: reversed(A(1)))

# expect: TypeError: A.__init__() missing 1 required positional argument: 'x'
# expect: TypeError: A.__init__() takes 2 positional arguments but 3 were given
# expect: TypeError: A.__init__() got an unexpected keyword argument 'y'
# expect: TypeError: B() takes no arguments
# expect: TypeError: B() takes no arguments
# expect: TypeError: A.__init__() missing 1 required positional argument: 'x'
# expect: TypeError: A.m() missing 1 required positional argument: 'a'
# expect: TypeError: A.m() takes 2 positional arguments but 3 were given
# expect: TypeError: A.m() got an unexpected keyword argument 'z'
# expect: TypeError: A.m() missing 2 required positional arguments: 'self' and 'a'
# expect: TypeError: A.m() missing 1 required positional argument: 'a'
# expect: TypeError: A.s() missing 1 required positional argument: 'a'
# expect: TypeError: A.s() takes 1 positional argument but 2 were given
# expect: TypeError: A.c() missing 2 required positional arguments: 'a' and 'b'
# expect: TypeError: A.c() takes 3 positional arguments but 4 were given
# expect: TypeError: A.none() takes 0 positional arguments but 1 was given
# expect: TypeError: D.__call__() missing 1 required positional argument: 'a'
# expect: TypeError: D.__call__() takes 2 positional arguments but 3 were given
# expect: TypeError: D() takes no arguments
# expect: TypeError: __init__() should return None, not 'int'
# expect: TypeError: F.__init__() takes 1 positional argument but 2 were given
# expect: TypeError: F.__init__() takes 1 positional argument but 2 were given
# expect: TypeError: unsupported operand type(s) for +: 'A' and 'int'
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'A'
# expect: TypeError: 'A' object is not callable
# expect: TypeError: 'A' object is not subscriptable
# expect: TypeError: '<' not supported between instances of 'A' and 'A'
# expect: TypeError: '<' not supported between instances of 'A' and 'int'
# expect: TypeError: bad operand type for unary -: 'A'
# expect: TypeError: object of type 'A' has no len()
# expect: TypeError: 'A' object is not iterable
# expect: TypeError: 'A' object is not an iterator
# expect: TypeError: bad operand type for abs(): 'A'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'A'
# expect: TypeError: float() argument must be a string or a real number, not 'A'
# expect: TypeError: type A doesn't define __round__ method
# expect: TypeError: argument of type 'A' is not iterable
# expect: TypeError: argument of type 'A' is not iterable
# expect: TypeError: list indices must be integers or slices, not A
# expect: True
# expect: TypeError: decoding to str: need a bytes-like object, A found
# expect: TypeError: unsupported operand type(s) for @: 'A' and 'A'
# expect: TypeError: bad operand type for unary ~: 'A'
# expect: TypeError: unsupported operand type(s) for divmod(): 'A' and 'int'
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'A' and 'int'
# expect: TypeError: 'A' object is not iterable
# expect: TypeError: 'A' object is not iterable
# expect: TypeError: 'A' object is not iterable
# expect: TypeError: 'A' object is not iterable
# expect: TypeError: 'A' object is not reversible
