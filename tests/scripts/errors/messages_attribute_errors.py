# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


class A:
    value = 1

    @property
    def p(self):
        return self.nothing

    def method(self):
        pass

    def m(self):
        pass


class B(A):
    pass


tell(lambda: (5).foo)
tell(lambda: 'a'.foo)
tell(lambda: [].appendd)
tell(lambda: {}.itemz)
tell(lambda: None.x)
tell(lambda: (1.5).bit_length)
tell(lambda: b''.upperr)
tell(lambda: (1,).append)
tell(lambda: set().app)
tell(lambda: frozenset().add)
tell(lambda: range(3).foo)
tell(lambda: len.foo)
tell(lambda: print.x)
tell(lambda: int.foo)
tell(lambda: str.joinn)
tell(lambda: list.appnd)
tell(lambda: object().x)
tell(lambda: object.x)
tell(lambda: type.foo)
tell(lambda: (lambda: 1).foo)
tell(lambda: (x for x in []).foo)
tell(lambda: iter([]).foo)
tell(lambda: {}.keys().foo)
tell(lambda: Exception().foo)
tell(lambda: ValueError('a').argz)
tell(lambda: A().n)
tell(lambda: A().methd)
tell(lambda: A.valu)
tell(lambda: A.x)
tell(lambda: A.m.foo)
tell(lambda: super(B, B()).foo)
tell(lambda: setattr(5, 'a', 1))
tell(lambda: setattr('a', 'b', 1))
tell(lambda: setattr([], 'append', 1))
tell(lambda: setattr(int, 'foo', 1))
tell(lambda: setattr(None, 'x', 1))
tell(lambda: setattr(object(), 'x', 1))
tell(lambda: setattr(len, 'x', 1))
tell(lambda: delattr(A(), 'q'))
tell(lambda: delattr(A, 'q'))
tell(lambda: delattr(5, 'real'))
tell(lambda: delattr(5, 'foo'))
tell(lambda: getattr(A(), 'zz'))
tell(lambda: getattr(5, 6))
tell(lambda: setattr(A(), 5, 6))
tell(lambda: hasattr(5, 6))
tell(lambda: delattr(A(), 5))
tell(lambda: A().p)
tell(lambda: setattr(A(), 'p', 1))
tell(lambda: delattr(A(), 'p'))
tell(lambda: (1).real.foo)
tell(lambda: NotImplemented.foo)
tell(lambda: (...).foo)

# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: AttributeError: 'str' object has no attribute 'foo'
# expect: AttributeError: 'list' object has no attribute 'appendd'
# expect: AttributeError: 'dict' object has no attribute 'itemz'
# expect: AttributeError: 'NoneType' object has no attribute 'x'
# expect: AttributeError: 'float' object has no attribute 'bit_length'
# expect: AttributeError: 'bytes' object has no attribute 'upperr'
# expect: AttributeError: 'tuple' object has no attribute 'append'
# expect: AttributeError: 'set' object has no attribute 'app'
# expect: AttributeError: 'frozenset' object has no attribute 'add'
# expect: AttributeError: 'range' object has no attribute 'foo'
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'foo'
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x'
# expect: AttributeError: type object 'int' has no attribute 'foo'
# expect: AttributeError: type object 'str' has no attribute 'joinn'
# expect: AttributeError: type object 'list' has no attribute 'appnd'
# expect: AttributeError: 'object' object has no attribute 'x'
# expect: AttributeError: type object 'object' has no attribute 'x'
# expect: AttributeError: type object 'type' has no attribute 'foo'
# expect: AttributeError: 'function' object has no attribute 'foo'
# expect: AttributeError: 'generator' object has no attribute 'foo'
# expect: AttributeError: 'list_iterator' object has no attribute 'foo'
# expect: AttributeError: 'dict_keys' object has no attribute 'foo'
# expect: AttributeError: 'Exception' object has no attribute 'foo'
# expect: AttributeError: 'ValueError' object has no attribute 'argz'
# expect: AttributeError: 'A' object has no attribute 'n'
# expect: AttributeError: 'A' object has no attribute 'methd'
# expect: AttributeError: type object 'A' has no attribute 'valu'
# expect: AttributeError: type object 'A' has no attribute 'x'
# expect: AttributeError: 'function' object has no attribute 'foo'
# expect: AttributeError: 'super' object has no attribute 'foo'
# expect: AttributeError: 'int' object has no attribute 'a'
# expect: AttributeError: 'str' object has no attribute 'b'
# expect: AttributeError: 'list' object attribute 'append' is read-only
# expect: TypeError: cannot set 'foo' attribute of immutable type 'int'
# expect: AttributeError: 'NoneType' object has no attribute 'x'
# expect: AttributeError: 'object' object has no attribute 'x'
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x'
# expect: AttributeError: 'A' object has no attribute 'q'
# expect: AttributeError: type object 'A' has no attribute 'q'
# expect: AttributeError: attribute 'real' of 'int' objects is not writable
# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: AttributeError: 'A' object has no attribute 'zz'
# expect: TypeError: attribute name must be string, not 'int'
# expect: TypeError: attribute name must be string, not 'int'
# expect: TypeError: attribute name must be string, not 'int'
# expect: TypeError: attribute name must be string, not 'int'
# expect: AttributeError: 'A' object has no attribute 'nothing'
# expect: AttributeError: property 'p' of 'A' object has no setter
# expect: AttributeError: property 'p' of 'A' object has no deleter
# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: AttributeError: 'NotImplementedType' object has no attribute 'foo'
# expect: AttributeError: 'ellipsis' object has no attribute 'foo'
