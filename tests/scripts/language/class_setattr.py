class Guard:
    def __setattr__(self, name, value):
        print('set', name, value)
        if name.startswith('_'):
            raise AttributeError('private')
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)
g = Guard()
g.x = 1
g.x += 1
try:
    g._y = 2
except AttributeError as e:
    print(e)
setattr(g, 'z', 3)
print(g.x, g.z, hasattr(g, '_y'))
del g.x
delattr(g, 'z')
print(hasattr(g, 'x'), hasattr(g, 'z'))

# expect: set x 1
# expect: set x 2
# expect: set _y 2
# expect: private
# expect: set z 3
# expect: 2 3 False
# expect: del x
# expect: del z
# expect: False False
