# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def f0():
    for x in 5: pass


tell(f0)
def f1():
    for x in None: pass


tell(f1)
def f2():
    for x, y in [1]: pass


tell(f2)
def f3():
    for x, y in ['abc']: pass


tell(f3)
def f4():
    for x in len: pass


tell(f4)
def f5():
    d = {1: 2}
    for k in d:
        d[k + 1] = 1


tell(f5)
def f6():
    s = {1}
    for k in s:
        s.add(k + 1)


tell(f6)
def f7():
    d = {1: 2, 3: 4}
    for k in d:
        del d[k]


tell(f7)
def f8():
    d = {1: 1}
    for k, v in d.items():
        d[len(d) + 5] = 1


tell(f8)
def f9():
    for x in range(3, 10, 0): pass


tell(f9)
def f10():
    with 5: pass


tell(f10)
def f11():
    with None as x: pass


tell(f11)
def f12():
    class A:
        def __enter__(self): pass
    with A(): pass


tell(f12)
def f13():
    class A:
        def __exit__(self): pass
    with A(): pass


tell(f13)
def f14():
    class A:
        def __iter__(self): return 5
    for x in A(): pass


tell(f14)
def f15():
    class A:
        def __iter__(self): return self
    for x in A(): pass


tell(f15)
def f16():
    class A:
        def __next__(self): return 1
    for x in A(): pass


tell(f16)
def f17():
    class A:
        __iter__ = None
    for x in A(): pass


tell(f17)
def f18():
    class A:
        def __getitem__(self, i):
            if i > 2:
                raise IndexError
            return i
    return list(A())


tell(f18)
def f19():
    class A:
        def __exit__(self, *a): pass
        def __enter__(self, x): pass
    with A(): pass


tell(f19)

# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: cannot unpack non-iterable int object
# expect: ValueError: too many values to unpack (expected 2)
# expect: TypeError: 'builtin_function_or_method' object is not iterable
# expect: RuntimeError: dictionary changed size during iteration
# expect: RuntimeError: Set changed size during iteration
# expect: RuntimeError: dictionary changed size during iteration
# expect: RuntimeError: dictionary changed size during iteration
# expect: ValueError: range() arg 3 must not be zero
# expect: TypeError: 'int' object does not support the context manager protocol
# expect: TypeError: 'NoneType' object does not support the context manager protocol
# expect: TypeError: 'A' object does not support the context manager protocol (missed __exit__ method)
# expect: TypeError: 'A' object does not support the context manager protocol
# expect: TypeError: iter() returned non-iterator of type 'int'
# expect: TypeError: iter() returned non-iterator of type 'A'
# expect: TypeError: 'A' object is not iterable
# expect: TypeError: 'A' object is not iterable
# expect: [0, 1, 2]
# expect: TypeError: f19.<locals>.A.__enter__() missing 1 required positional argument: 'x'
