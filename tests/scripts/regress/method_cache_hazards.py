class A:
    def f(self):
        return 'A.f'
class B(A):
    pass
def call(o):
    return o.f()
a, b = A(), B()
print(call(a), call(b))
b.f = lambda: 'b instance'
print(call(b), call(B()))
B.f = lambda self: 'B.f'
print(call(b), call(B()), call(a))
del b.f
print(call(b))
A.f = lambda self: 'new A.f'
print(call(a), call(b))
del B.f
print(call(b))
class C:
    f = staticmethod(lambda: 'C static')
print(call(C()), [call(o) for o in (a, b, C(), a)])
del A.f
try:
    call(a)
except AttributeError as e:
    print(e)

# expect: A.f A.f
# expect: b instance A.f
# expect: b instance B.f A.f
# expect: B.f
# expect: new A.f B.f
# expect: new A.f
# expect: C static ['new A.f', 'new A.f', 'C static', 'new A.f']
# expect: 'A' object has no attribute 'f'
