class Item:
    fields = ('name', 'qty', 'price')
    def __init__(self, **kw):
        for f in self.fields:
            setattr(self, f, kw.pop(f))
        if kw:
            raise TypeError('unknown: ' + ', '.join(sorted(kw)))
    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{f}={getattr(self, f)!r}" for f in self.fields)})'
    def __eq__(self, other):
        return all(getattr(self, f) == getattr(other, f) for f in self.fields)
    @property
    def value(self):
        return self.qty * self.price
items = [Item(name='bolt', qty=100, price=0.05), Item(name='nut', qty=250, price=0.02)]
print(items, sum(i.value for i in items), items[0] == Item(name='bolt', qty=100, price=0.05))
for kw in ({'name': 'x', 'qty': 1}, {'name': 'x', 'qty': 1, 'price': 2, 'color': 'red', 'age': 3}):
    try:
        Item(**kw)
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)

# expect: [Item(name='bolt', qty=100, price=0.05), Item(name='nut', qty=250, price=0.02)] 10.0 True
# expect: KeyError 'price'
# expect: TypeError unknown: age, color
