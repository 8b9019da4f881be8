class Fixed:
    SCALE = 1 << 16
    def __init__(self, raw):
        self.raw = raw
    @classmethod
    def of(cls, x):
        return cls(round(x * cls.SCALE))
    def __add__(self, o):
        return Fixed(self.raw + o.raw)
    def __sub__(self, o):
        return Fixed(self.raw - o.raw)
    def __mul__(self, o):
        return Fixed(self.raw * o.raw >> 16)
    def __truediv__(self, o):
        return Fixed((self.raw << 16) // o.raw)
    def __lt__(self, o):
        return self.raw < o.raw
    def __str__(self):
        return '%.4f' % (self.raw / self.SCALE)
a, b = Fixed.of(3.25), Fixed.of(-1.5)
print(a + b, a - b, a * b, a / b, a < b, max([a, b]), (a * a).raw)

# expect: 1.7500 4.7500 -4.8750 -2.1667 False 3.2500 692224
