class A:
    made = 0
    @staticmethod
    def add(a, b):
        return a + b
    @classmethod
    def create(cls, *args):
        cls.made += 1
        return cls(*args)
    def __init__(self, v=0):
        self.v = v
    def plain():
        return 'plain'
class B(A):
    pass
print(A.add(1, 2), A().add(3, 4), A.create(5).v, type(B.create()).__name__, B().create(1).v, A.made, B.made, A.plain())
f = B.create
print(type(f(2)).__name__)
try:
    A().plain()
except TypeError as e:
    print(e)
class C:
    def helper(x):
        return x * 2
    table = list(map(helper, (1, 2)))
    s = staticmethod(helper)
print(C.table, C.s(4), C().s(5), C.helper(6))

# expect: 3 7 5 B 1 1 3 plain
# expect: B
# expect: A.plain() takes 0 positional arguments but 1 was given
# expect: [2, 4] 8 10 12
