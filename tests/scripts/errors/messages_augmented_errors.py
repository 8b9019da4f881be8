# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def f0():
    a = 1
    a += 'x'


tell(f0)
def f1():
    a = 1
    a -= None


tell(f1)
def f2():
    a = 'x'
    a += 1


tell(f2)
def f3():
    a = 'x'
    a -= 'y'


tell(f3)
def f4():
    a = []
    a += 5


tell(f4)
def f5():
    a = []
    a += None


tell(f5)
def f6():
    a = []
    a -= []


tell(f6)
def f7():
    a = ()
    a += []


tell(f7)
def f8():
    a = {}
    a += {}


tell(f8)
def f9():
    a = 5
    a /= 'x'


tell(f9)
def f10():
    a = 5
    a //= None


tell(f10)
def f11():
    a = 5
    a %= []


tell(f11)
def f12():
    a = 5
    a **= 'a'


tell(f12)
def f13():
    a = 5
    a <<= 1.5


tell(f13)
def f14():
    a = 5
    a >>= 'a'


tell(f14)
def f15():
    a = 1.5
    a &= 1


tell(f15)
def f16():
    a = 1
    a |= 1.5


tell(f16)
def f17():
    a = {1}
    a |= [1]


tell(f17)
def f18():
    a = {1}
    a &= 5


tell(f18)
def f19():
    a = {1}
    a -= None


tell(f19)
def f20():
    a = {1}
    a ^= 'a'


tell(f20)
def f21():
    a = {}
    a |= 5


tell(f21)
def f22():
    a = None
    a += 1


tell(f22)
def f23():
    a = 5
    a /= 0


tell(f23)
def f24():
    a = 5
    a //= 0


tell(f24)
def f25():
    a = 5
    a %= 0


tell(f25)
def f26():
    a = 5.0
    a /= 0


tell(f26)
def f27():
    a = [1]
    a *= 'a'


tell(f27)
def f28():
    a = 'a'
    a *= 1.5


tell(f28)
def f29():
    a = b'a'
    a += 'b'


tell(f29)
def f30():
    a = bytearray(b'a')
    a += 'b'


tell(f30)
def f31():
    a = bytearray(b'a')
    a += 5


tell(f31)
def f32():
    a = 5
    a @= 3


tell(f32)
def f33():
    a = object()
    a += 1


tell(f33)
def f34():
    a = [1]
    a *= None


tell(f34)
def f35():
    a = (1,)
    a *= 2.5


tell(f35)
def f36():
    a = {}
    a |= [1]


tell(f36)
def f37():
    a = {1: 2}
    a |= [(3, 4)]
    return a


tell(f37)

# expect: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for -=: 'int' and 'NoneType'
# expect: TypeError: can only concatenate str (not "int") to str
# expect: TypeError: unsupported operand type(s) for -=: 'str' and 'str'
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: unsupported operand type(s) for -=: 'list' and 'list'
# expect: TypeError: can only concatenate tuple (not "list") to tuple
# expect: TypeError: unsupported operand type(s) for +=: 'dict' and 'dict'
# expect: TypeError: unsupported operand type(s) for /=: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for //=: 'int' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for %=: 'int' and 'list'
# expect: TypeError: unsupported operand type(s) for **=: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for <<=: 'int' and 'float'
# expect: TypeError: unsupported operand type(s) for >>=: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for &=: 'float' and 'int'
# expect: TypeError: unsupported operand type(s) for |=: 'int' and 'float'
# expect: TypeError: unsupported operand type(s) for |=: 'set' and 'list'
# expect: TypeError: unsupported operand type(s) for &=: 'set' and 'int'
# expect: TypeError: unsupported operand type(s) for -=: 'set' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for ^=: 'set' and 'str'
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: unsupported operand type(s) for +=: 'NoneType' and 'int'
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: float division by zero
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't concat str to bytes
# expect: TypeError: can't concat str to bytearray
# expect: TypeError: can't concat int to bytearray
# expect: TypeError: unsupported operand type(s) for @=: 'int' and 'int'
# expect: TypeError: unsupported operand type(s) for +=: 'object' and 'int'
# expect: TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
# expect: {1: 2, 3: 4}
