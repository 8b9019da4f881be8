class Loud:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        print('bool', self.v, end=' ')
        return self.v
class Sized:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
a, b = Loud(True), Loud(False)
print('yes' if a else 'no', 'yes' if b else 'no')
print(not a, not b)
print((a and b) is b, (a or b) is a, (b or a) is a)
print(bool(Sized(0)), bool(Sized(2)), bool(object()))
while b:
    print('never')
else:
    print('else')
class Bad:
    def __bool__(self):
        return 3
try:
    bool(Bad())
except TypeError as e:
    print(e)

# expect: bool True bool False yes no
# expect: bool True bool False False True
# expect: bool True bool True bool False True True True
# expect: False True True
# expect: bool False else
# expect: __bool__ should return bool, returned int
