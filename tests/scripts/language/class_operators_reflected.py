class L:
    def __add__(self, o): return 'L.add'
    def __sub__(self, o): return NotImplemented
    def __lt__(self, o): return 'L.lt'
class R:
    def __radd__(self, o): return 'R.radd'
    def __rsub__(self, o): return 'R.rsub'
    def __rmul__(self, o): return 'R.rmul %s' % (o,)
    def __rpow__(self, o): return 'R.rpow'
    def __rfloordiv__(self, o): return 'R.rfloordiv'
    def __rmod__(self, o): return 'R.rmod'
    def __rdivmod__(self, o): return 'R.rdivmod'
    def __rlshift__(self, o): return 'R.rlshift'
    def __rand__(self, o): return 'R.rand'
    def __gt__(self, o): return 'R.gt'
l, r = L(), R()
print(l + r, 1 + r, l - r, 2 * r, [1] * r, 2 ** r, 2 // r, 2 % r, divmod(2, r), 1 << r, 1 & r, 1 < r, l < r, r > l)
for f in (lambda: r + 1, lambda: l - 1, lambda: l * 2, lambda: r < 1, lambda: r >= l):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Base:
    def __add__(self, o): return 'Base.add'
class Sub(Base):
    def __radd__(self, o): return 'Sub.radd'
print(Base() + Sub(), Sub() + Base())

# expect: L.add R.radd R.rsub R.rmul 2 R.rmul [1] R.rpow R.rfloordiv R.rmod R.rdivmod R.rlshift R.rand R.gt L.lt R.gt
# expect: unsupported operand type(s) for +: 'R' and 'int'
# expect: unsupported operand type(s) for -: 'L' and 'int'
# expect: unsupported operand type(s) for *: 'L' and 'int'
# expect: '<' not supported between instances of 'R' and 'int'
# expect: '>=' not supported between instances of 'R' and 'L'
# expect: Sub.radd Base.add
