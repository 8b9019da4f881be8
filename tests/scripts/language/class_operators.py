class V:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f'V({self.x}, {self.y})'
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)
    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        return V(self.x * k, self.y * k)
    def __rmul__(self, k):
        return self * k
    def __truediv__(self, k):
        return V(self.x / k, self.y / k)
    def __neg__(self):
        return V(-self.x, -self.y)
    def __pos__(self):
        return 'pos'
    def __invert__(self):
        return 'inv'
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __eq__(self, o):
        return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y
a, b = V(1, 2), V(3, 4)
print(a + b, a - b, a * 3, 3 * a, b / 2, -a, +a, ~a, abs(b), a @ b, a == V(1, 2), a != b, a == 1, sum([a, b], V(0, 0)))
a += b
print(a)
try:
    a + 1
except AttributeError as e:
    print(e)
try:
    a % 2
except TypeError as e:
    print(e)

# expect: V(4, 6) V(-2, -2) V(3, 6) V(3, 6) V(1.5, 2.0) V(-1, -2) pos inv 5.0 11 True True False V(4, 6)
# expect: V(4, 6)
# expect: 'int' object has no attribute 'x'
# expect: unsupported operand type(s) for %: 'V' and 'int'
