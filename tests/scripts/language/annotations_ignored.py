x: int = 5
def f(a: int, b: 'str' = 'x', *args: int, c: float = 1.0, **kw: dict) -> list:
    y: int = a
    z: str
    return [y, b, args, c, kw]
class C:
    n: int = 3
    m: str
    def g(self) -> 'C':
        return self
print(x, f(1), C.n, C().g().n, hasattr(C, 'm'))

# expect: 5 [1, 'x', (), 1.0, {}] 3 3 False
