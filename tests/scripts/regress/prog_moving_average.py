class Average:
    def __init__(self, size):
        self.buf = [0.0] * size
        self.i = self.n = 0
        self.total = 0.0
    def add(self, x):
        self.total += x - self.buf[self.i]
        self.buf[self.i] = x
        self.i = (self.i + 1) % len(self.buf)
        self.n = min(self.n + 1, len(self.buf))
        return self.total / self.n
a = Average(4)
print([round(a.add(x), 3) for x in (10, 20, 30, 40, 50, 0, 0.5)])
def ema(xs, alpha):
    y = None
    for x in xs:
        y = x if y is None else alpha * x + (1 - alpha) * y
        yield y
print(['%.4f' % v for v in ema([1, 2, 3, 10, 3], 0.25)])

# expect: [10.0, 15.0, 20.0, 25.0, 35.0, 30.0, 22.625]
# expect: ['1.0000', '1.2500', '1.6875', '3.7656', '3.5742']
