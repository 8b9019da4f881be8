class A:
    x = 1
    def __init__(self):
        self.y = 2
    def m(self):
        pass
a = A()
print([n for n in dir(a) if not n.startswith('_')], 'append' in dir([]), 'upper' in dir('x'), a.__dict__, vars(a))
a.z = 3
print([n for n in dir(a) if not n.startswith('_')], a.__dict__, 'x' in A.__dict__)

# expect: ['m', 'x', 'y'] True True {'y': 2} {'y': 2}
# expect: ['m', 'x', 'y', 'z'] {'y': 2, 'z': 3} True
