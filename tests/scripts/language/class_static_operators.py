# Special methods that are static or class methods.


class C:
    @staticmethod
    def __sub__(rhs):
        return ('sub', rhs)

    @classmethod
    def __add__(cls, rhs):
        return (cls.__name__, 'add', rhs)

    @classmethod
    def __getitem__(cls, i):
        return (cls.__name__, i)

    @staticmethod
    def __len__():
        return 5

    @staticmethod
    def __call__(x):
        return x * 2


class D(C):
    pass


c = C()
print(c - 1, c + 2, c[3], len(c), c(4), bool(c))
d = D()
print(d + 1, d[2], d.__sub__(3))

# expect: ('sub', 1) ('C', 'add', 2) ('C', 3) 5 8 True
# expect: ('D', 'add', 1) ('D', 2) ('sub', 3)
