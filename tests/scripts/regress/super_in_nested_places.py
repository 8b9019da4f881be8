class A:
    def v(self):
        return 1
    def items(self):
        return [1, 2]
    def __init__(self):
        self.log = ['A']
class B(A):
    def v(self):
        f = lambda: super(B, self).v() + 10
        def g():
            return super(B, self).v() + 100
        return f() + g()
    def items(self):
        base = super()
        return [i * 2 for i in base.items()]
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.log.append('B')
class C(B):
    def v(self):
        try:
            return super().v() + 1000
        finally:
            self.log.append('v')
    def gen(self):
        yield super().v()
        yield from super().items()
c = C()
print(c.v(), c.items(), list(c.gen()), c.log)

# expect: 1112 [2, 4] [112, 2, 4] ['A', 'B', 'v']
