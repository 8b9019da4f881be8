class A:
    def __init__(self):
        print('A')
    def f(self, x):
        return ['A', x]
    @classmethod
    def make(cls):
        return cls.__name__
    @property
    def p(self):
        return 'pA'
class B(A):
    def __init__(self):
        super().__init__()
        print('B')
    def f(self, x):
        return super().f(x + 1) + ['B']
    @classmethod
    def make(cls):
        return 'made ' + super().make()
    @property
    def p(self):
        return super().p + 'B'
class C(B):
    def __init__(self):
        super(C, self).__init__()
        print('C')
    def f(self, x):
        def inner():
            return super(C, self).f(x)
        return inner() + ['C']
c = C()
print(c.f(1), C.make(), c.p)
try:
    super(C, c).nope
except AttributeError as e:
    print(e)

# expect: A
# expect: B
# expect: C
# expect: ['A', 2, 'B', 'C'] made C pAB
# expect: 'super' object has no attribute 'nope'
