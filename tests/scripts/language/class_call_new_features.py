class Acc:
    def __init__(self):
        self.total = 0
    def __call__(self, n=1):
        self.total += n
        return self
a = Acc()
print(a(1)(2)().total, callable(a), callable(Acc), callable(5))
print(list(map(lambda x: Acc()(x).total, [1, 2])))
class Cls:
    pass
o = Cls()
o.__call__ = lambda: 'instance attribute is not used'
try:
    o()
except TypeError as e:
    print(e)
reg = {}
def register(cls):
    reg[cls.__name__] = cls
    return cls
@register
class X:
    pass
print(sorted(reg), reg['X'] is X)
try:
    Cls(1)
except TypeError as e:
    print(e)
class NeedsArg:
    def __init__(self, a):
        pass
try:
    NeedsArg()
except TypeError as e:
    print(e)
class RetInit:
    def __init__(self):
        return 5
try:
    RetInit()
except TypeError as e:
    print(e)

# expect: 4 True True False
# expect: [1, 2]
# expect: 'Cls' object is not callable
# expect: ['X'] True
# expect: Cls() takes no arguments
# expect: NeedsArg.__init__() missing 1 required positional argument: 'a'
# expect: __init__() should return None, not 'int'
