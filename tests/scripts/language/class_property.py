class T:
    def __init__(self, c):
        self._c = c
    @property
    def f(self):
        "Fahrenheit."
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v):
        print('set')
        self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self):
        print('deleted')
        self._c = None
    @property
    def ro(self):
        return 'read only'
    old = property(lambda self: self._c, lambda self, v: setattr(self, '_c', v))
t = T(100)
print(t.f)
t.f = 32
print(t._c, t.f, t.old)
t.old = 7
print(t._c)
t.f += 9
print(t._c)
for g in (lambda: setattr(t, 'ro', 1), lambda: delattr(t, 'ro')):
    try:
        g()
    except AttributeError as e:
        print(e)
del t.f
print(t._c, t.ro)
class U(T):
    @property
    def f(self):
        return 'overridden'
print(U(1).f, U(1).ro)

# expect: 212.0
# expect: set
# expect: 0.0 32.0 0.0
# expect: 7
# expect: set
# expect: 12.0
# expect: property 'ro' of 'T' object has no setter
# expect: property 'ro' of 'T' object has no deleter
# expect: deleted
# expect: None read only
# expect: overridden read only
