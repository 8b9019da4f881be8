class Node:
    def __init__(self, v, nxt=None):
        self.v, self.nxt = v, nxt
class Linked:
    def __init__(self, items=()):
        self.head, self.n = None, 0
        for x in reversed(list(items)):
            self.push(x)
    def push(self, v):
        self.head = Node(v, self.head)
        self.n += 1
    def pop(self):
        if self.head is None:
            raise IndexError('pop from empty list')
        v, self.head = self.head.v, self.head.nxt
        self.n -= 1
        return v
    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.nxt, prev, cur = prev, cur, cur.nxt
        self.head = prev
    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.nxt
    def __len__(self):
        return self.n
    def __repr__(self):
        return 'Linked(%s)' % list(self)
l = Linked('abc')
l.push('z')
print(l, len(l), l.pop(), 'b' in l)
l.reverse()
print(l, [x * 2 for x in l], bool(Linked()))
try:
    Linked().pop()
except IndexError as e:
    print(e)

# expect: Linked(['a', 'b', 'c']) 4 z True
# expect: Linked(['c', 'b', 'a']) ['cc', 'bb', 'aa'] False
# expect: pop from empty list
