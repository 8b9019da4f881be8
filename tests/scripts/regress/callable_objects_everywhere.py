class Mul:
    def __init__(self, k): self.k = k
    def __call__(self, x): return x * self.k
class Pipe:
    def __init__(self, *fs): self.fs = fs
    def __or__(self, f): return Pipe(*self.fs, f)
    def __call__(self, x):
        for f in self.fs: x = f(x)
        return x
print(list(map(Mul(3), [1, 2])), sorted([3, 1, 2], key=Mul(-1)), list(filter(Mul(0), [1])), max([1, -5], key=Mul(-1)), (Pipe() | Mul(2) | str | len)(500), [f(10) for f in (Mul(2), str, float, lambda v: [v], abs)])
ops = [str.upper, str.strip, len, ''.join, 'a,b'.split, dict, list, int, [].append]
print([op(' x ') if op in (str.upper, str.strip, len) else callable(op) for op in ops])
class Deco:
    def __init__(self, f): self.f, self.calls = f, 0
    def __call__(self, *a, **k):
        self.calls += 1
        return self.f(*a, **k)
@Deco
def area(w, h=2): return w * h
print(area(3), area(3, h=5), area.calls)
class H:
    handlers = {}
    def on(self, n): return self.handlers.get(n, self.default)
    def default(self): return 'default'
    def go(self): return 'go'
H.handlers['go'] = H().go
print(H().on('go')(), H().on('x')())

# expect: [3, 6] [3, 2, 1] [] -5 4 [20, '10', 10.0, [10], 10]
# expect: [' X ', 'x', 3, True, True, True, True, True, True]
# expect: 6 15 2
# expect: go default
