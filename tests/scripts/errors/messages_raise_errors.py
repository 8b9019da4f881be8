# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def f0():
    raise 5


tell(f0)
def f1():
    raise 'a'


tell(f1)
def f2():
    raise None


tell(f2)
def f3():
    raise int


tell(f3)
def f4():
    raise


tell(f4)
def f5():
    raise ValueError from 5


tell(f5)
def f6():
    raise ValueError("a") from "b"


tell(f6)
def f7():
    class A: pass
    raise A


tell(f7)
def f8():
    class A: pass
    raise A()


tell(f8)
def f9():
    try:
        1 / 0
    except 5:
        pass


tell(f9)
def f10():
    try:
        1 / 0
    except 'a':
        pass


tell(f10)
def f11():
    try:
        1 / 0
    except (ValueError, 5):
        pass


tell(f11)
def f12():
    class A: pass
    try:
        1 / 0
    except A:
        pass


tell(f12)
def f13():
    raise ValueError


tell(f13)
def f14():
    raise ValueError()


tell(f14)
def f15():
    raise ValueError(1, 2)


tell(f15)
def f16():
    raise KeyError("a")


tell(f16)
def f17():
    raise KeyError(1, 2)


tell(f17)
def f18():
    raise KeyError


tell(f18)
def f20():
    raise OSError(2)


tell(f20)
def f21():
    raise StopIteration


tell(f21)
def f22():
    raise StopIteration(5)


tell(f22)
def f23():
    assert 0


tell(f23)
def f24():
    assert 0, "msg"


tell(f24)
def f25():
    assert [], (1, 2)


tell(f25)
def f26():
    raise SystemError("x")


tell(f26)
def f27():
    raise NotImplementedError


tell(f27)
def f28():
    raise Exception([1, {2: "a"}])


tell(f28)
def f29():
    raise Exception(None)


tell(f29)
def f30():
    raise UnicodeError("x")


tell(f30)
def f31():
    raise ArithmeticError


tell(f31)

# expect: TypeError: exceptions must derive from BaseException
# expect: TypeError: exceptions must derive from BaseException
# expect: TypeError: exceptions must derive from BaseException
# expect: TypeError: exceptions must derive from BaseException
# expect: RuntimeError: No active exception to reraise
# expect: TypeError: exception causes must derive from BaseException
# expect: TypeError: exception causes must derive from BaseException
# expect: TypeError: exceptions must derive from BaseException
# expect: TypeError: exceptions must derive from BaseException
# expect: TypeError: catching classes that do not inherit from BaseException is not allowed
# expect: TypeError: catching classes that do not inherit from BaseException is not allowed
# expect: TypeError: catching classes that do not inherit from BaseException is not allowed
# expect: TypeError: catching classes that do not inherit from BaseException is not allowed
# expect: ValueError: 
# expect: ValueError: 
# expect: ValueError: (1, 2)
# expect: KeyError: 'a'
# expect: KeyError: (1, 2)
# expect: KeyError: 
# expect: OSError: 2
# expect: StopIteration: 
# expect: StopIteration: 5
# expect: AssertionError: 
# expect: AssertionError: msg
# expect: AssertionError: (1, 2)
# expect: SystemError: x
# expect: NotImplementedError: 
# expect: Exception: [1, {2: 'a'}]
# expect: Exception: None
# expect: UnicodeError: x
# expect: ArithmeticError: 
