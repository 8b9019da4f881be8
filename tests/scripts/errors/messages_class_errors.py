# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def mk2():
    pass
def mk6(): pass
def mk7():
    class A(ValueError, KeyError): pass
    return A('x')
def mk8():
    pass
def mk9():
    pass


class R:
    def __str__(self): return 5
    def __repr__(self): return None
    def __bool__(self): return 5
    def __hash__(self): return 'a'
    def __int__(self): return 'a'
    def __float__(self): return 'a'
    def __format__(self, s): return 5
    def __iter__(self): return 5
    def __index__(self): return 'a'
    def __len__(self): return 'a'
    def __bytes__(self): return 'a'


class R2:
    def __bool__(self): return 'a'


class H:
    __hash__ = None


class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


tell(lambda: mk2())
tell(lambda: mk6())
tell(lambda: mk7())
tell(lambda: mk8())
tell(lambda: mk9())
tell(lambda: R() + 1)
tell(lambda: R() < 1)
tell(lambda: str(R()))
tell(lambda: repr(R()))
tell(lambda: len(R()))
tell(lambda: bool(R()))
tell(lambda: bool(R2()))
tell(lambda: hash(R()))
tell(lambda: int(R()))
tell(lambda: float(R()))
tell(lambda: format(R()))
tell(lambda: iter(R()))
tell(lambda: next(R()))
tell(lambda: list(R()))
tell(lambda: R() == 1)
tell(lambda: R()[0])
tell(lambda: [1, 2][R()])
tell(lambda: range(R()))
tell(lambda: bin(R()))
tell(lambda: hash(H()))
tell(lambda: {H(): 1})
tell(lambda: len(L(-1)))
tell(lambda: len(L('a')))
tell(lambda: len(L(1.5)))
tell(lambda: bool(L(-1)))
tell(lambda: bool(L('a')))
tell(lambda: round(R()))
tell(lambda: abs(R()))
tell(lambda: bytes(R()))
tell(lambda: f'{R()}')
tell(lambda: f'{R():x}')
tell(lambda: '%s' % R())
tell(lambda: print(R()))
tell(lambda: {R(): 1})
tell(lambda: R() in {1: 2})
tell(lambda: R()())
tell(lambda: issubclass(R, R()))
tell(lambda: isinstance(1, R()))

# expect: None
# expect: None
# expect: A('x')
# expect: None
# expect: None
# expect: TypeError: unsupported operand type(s) for +: 'R' and 'int'
# expect: TypeError: '<' not supported between instances of 'R' and 'int'
# expect: TypeError: __str__ returned non-string (type int)
# expect: TypeError: __repr__ returned non-string (type NoneType)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: __bool__ should return bool, returned int
# expect: TypeError: __bool__ should return bool, returned str
# expect: TypeError: __hash__ method should return an integer
# expect: TypeError: __int__ returned non-int (type str)
# expect: TypeError: R.__float__ returned non-float (type str)
# expect: TypeError: __format__ must return a str, not int
# expect: TypeError: iter() returned non-iterator of type 'int'
# expect: TypeError: 'R' object is not an iterator
# expect: TypeError: iter() returned non-iterator of type 'int'
# expect: False
# expect: TypeError: 'R' object is not subscriptable
# expect: TypeError: __index__ returned non-int (type str)
# expect: TypeError: __index__ returned non-int (type str)
# expect: TypeError: __index__ returned non-int (type str)
# expect: TypeError: unhashable type: 'H'
# expect: TypeError: unhashable type: 'H'
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: type R doesn't define __round__ method
# expect: TypeError: bad operand type for abs(): 'R'
# expect: TypeError: __bytes__ returned non-bytes (type str)
# expect: TypeError: __format__ must return a str, not int
# expect: TypeError: __format__ must return a str, not int
# expect: TypeError: __str__ returned non-string (type int)
# expect: TypeError: __str__ returned non-string (type int)
# expect: TypeError: __hash__ method should return an integer
# expect: TypeError: __hash__ method should return an integer
# expect: TypeError: 'R' object is not callable
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
