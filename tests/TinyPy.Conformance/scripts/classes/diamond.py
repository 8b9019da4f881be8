# Method resolution over a diamond, with a property and both kinds of methods without self.
class A:
    tag = 'A'

    def __init__(self):
        self.log = ['A']

    def who(self):
        return 'A.who'

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def twice(x):
        return x * 2


class B(A):
    def __init__(self):
        super().__init__()
        self.log.append('B')

    def who(self):
        return 'B>' + super().who()


class C(A):
    def __init__(self):
        super().__init__()
        self.log.append('C')

    def who(self):
        return 'C>' + super().who()


class D(B, C):
    @property
    def path(self):
        return '/'.join(self.log)


d = D.make()
print(d.path, d.who(), D.twice(4), [c.__name__ for c in D.__mro__])
try:
    d.path = 1
except AttributeError as e:
    print(type(e).__name__)
