x = 'module'
class A:
    y = x
    x = 'class'
    z = x
    print('in body', y, z)
    for i in range(3):
        sq = i * i
    if sq > 3:
        flag = True
    def get(self):
        return x
    default = [1, 2]
    def d(self, v=default):
        return v
print(A.x, A().get(), A.i, A.flag, A().d() is A.default)
def make(n):
    class Local:
        size = n
        def m(self):
            return n + self.size
    return Local
print(make(3)().m(), make(5).size, make(1) is make(1))
class Outer:
    class Inner:
        v = 'nested'
        def who(self):
            return type(self).__name__
    inner = Inner()
print(Outer.Inner.v, Outer.inner.who(), Outer().Inner().v)

# expect: in body module class
# expect: class module 2 True True
# expect: 6 5 False
# expect: nested Inner nested
