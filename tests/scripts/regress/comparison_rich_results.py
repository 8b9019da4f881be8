class Sym:
    def __init__(self, s): self.s = s
    def __lt__(self, o): return Sym(f'({self.s}<{o})')
    def __eq__(self, o): return Sym(f'({self.s}=={o})')
    def __add__(self, o): return Sym(f'({self.s}+{o})')
    def __radd__(self, o): return Sym(f'({o}+{self.s})')
    def __getitem__(self, i): return Sym(f'{self.s}[{i}]')
    def __neg__(self): return Sym(f'-{self.s}')
    def __call__(self, *a): return Sym(f'{self.s}({", ".join(map(str, a))})')
    def __str__(self): return self.s
    __repr__ = __str__
    __hash__ = None
    def __bool__(self): return '<' in self.s
x, y = Sym('x'), Sym('y')
print(x < 1, x == y, x + 1, 1 + x, -x[2], x(1, y), x < y < 3, (x == y) or 'falsy', 5 > x, x + y + 1 + x[0](2), not x, not (x < 1))
print([v for v in (x, x < 1) if v], sum([x, y]), max([1, 2], key=lambda v: v))
try:
    {x: 1}
except TypeError as e:
    print(e)

# expect: (x<1) (x==y) (x+1) (1+x) -x[2] x(1, y) (y<3) falsy (x<5) (((x+y)+1)+x[0](2)) True False
# expect: [(x<1)] ((0+x)+y) 2
# expect: unhashable type: 'Sym'
