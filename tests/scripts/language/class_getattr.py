class Proxy:
    def __init__(self, target):
        self.target = target
    def __getattr__(self, name):
        print('getattr', name, end=' ')
        if name == 'missing':
            raise AttributeError('no ' + name)
        return getattr(self.target, name)
p = Proxy('text')
print(p.upper())
print(p.target)
print(hasattr(p, 'lower'), hasattr(p, 'missing'), getattr(p, 'missing', 'default'))
try:
    p.nope
except AttributeError as e:
    print(e)
class Rec:
    def __init__(self):
        self.log = []
    def __getattr__(self, name):
        def call(*a):
            self.log.append((name, a))
            return self
        return call
r = Rec()
r.move(1).turn('left').stop()
print(r.log)

# expect: getattr upper TEXT
# expect: text
# expect: getattr lower getattr missing getattr missing True False default
# expect: getattr nope 'str' object has no attribute 'nope'
# expect: [('move', (1,)), ('turn', ('left',)), ('stop', ())]
