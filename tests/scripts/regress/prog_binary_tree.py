class Tree:
    __slots__ = ('key', 'left', 'right')
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None
    def insert(self, key):
        side = 'left' if key < self.key else 'right'
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(key))
        else:
            child.insert(key)
    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.key
        if self.right:
            yield from self.right.walk()
    def depth(self):
        return 1 + max(self.left.depth() if self.left else 0, self.right.depth() if self.right else 0)
t = Tree(50)
for k in (30, 70, 20, 40, 60, 80, 35, 45, 65):
    t.insert(k)
print(list(t.walk()), t.depth(), sum(t.walk()))

# expect: [20, 30, 35, 40, 45, 50, 60, 65, 70, 80] 4 495
