class A: pass
class B(A):
    def __call__(self): return 1
print(callable(len), callable(A), callable(A()), callable(B()), callable(lambda: 0), callable(5), callable('a'.upper), callable(None), callable(int))
print(isinstance(1, int), isinstance(True, int), isinstance(True, bool), isinstance(1, bool), isinstance(1.0, float), isinstance(1, float), isinstance('a', str), isinstance(B(), A), isinstance(A(), B), isinstance(None, object), isinstance([], (tuple, list)), isinstance(1, (str, (float, int))))
print(issubclass(bool, int), issubclass(int, object), issubclass(B, A), issubclass(A, B), issubclass(A, (int, A)), isinstance(int, type), isinstance(A, type), isinstance(ValueError(), Exception), isinstance(ValueError, type), issubclass(KeyError, LookupError))
print(isinstance([], list), isinstance({}, dict), isinstance((), tuple), isinstance({1}, set), isinstance(frozenset(), frozenset), isinstance(b'', bytes), isinstance(bytearray(), bytearray), isinstance(range(1), range), isinstance(slice(1), slice), isinstance(frozenset(), set))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, [int]), lambda: issubclass(1, int), lambda: issubclass(A, 5)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: True True False True True False True False True
# expect: True True True False True False True True False True True True
# expect: True True True False True True True True True True
# expect: True True True True True True True True True False
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass() arg 1 must be a class
# expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
