class E(Exception): pass
def boom(*a): raise E('boom')
class Cls:
    def __getattr__(self, n): raise E(n)
    def __len__(self): boom()
    def __iter__(self): boom()
    def __contains__(self, x): boom()
    def __eq__(self, o): boom()
    def __hash__(self): boom()
    def __repr__(self): boom()
    def __call__(self): boom()
    def __getitem__(self, i): boom()
    def __enter__(self): boom()
    def __exit__(self, *a): pass
    def __lt__(self, o): boom()
    def __index__(self): boom()
    def __format__(self, s): boom()
c = Cls()
def use_with():
    with c: pass
n = 0
for f in (lambda: c.x, lambda: len(c), lambda: bool(c), lambda: [*c], lambda: 1 in c, lambda: c == 1, lambda: {c}, lambda: repr(c), lambda: c(), lambda: c[0], use_with, lambda: sorted([c, c]), lambda: [1][c],
          lambda: f'{c}', lambda: print(c), lambda: list(map(boom, [1])), lambda: sorted([1], key=boom), lambda: max([1, 2], key=boom), lambda: sum(boom() for _ in 'a'), lambda: {1: 2}.get(c), lambda: hasattr(c, 'x'), lambda: [c].index(1), lambda: not c, lambda: str(c)):
    try:
        f()
        print('none')
    except E:
        n += 1
    except NameError:
        print('name')

print(n)

# expect: 24
