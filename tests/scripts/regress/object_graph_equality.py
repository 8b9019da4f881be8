class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return isinstance(o, P) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return f'P({self.x},{self.y})'
    def __lt__(self, o): return (self.x, self.y) < (o.x, o.y)
a = [P(1, 2), {'k': P(3, 4)}, (P(5, 6),)]
b = [P(1, 2), {'k': P(3, 4)}, (P(5, 6),)]
print(a == b, a != b, a is b, P(1, 2) in a, a.index({'k': P(3, 4)}), [P(1, 1)] < [P(1, 2)], max(P(i % 3, i) for i in range(5)), {P(1, 2): 'v'}[P(1, 2)], len({P(1, 2), P(1, 2), P(2, 1)}))
print(P(1, 2) == (1, 2), (1, 2) == P(1, 2), P(1, 2) != None, [P(0, 0)] == [0], sorted([P(2, 1), P(1, 2), P(1, 1)]), (P(1, 1), 2) < (P(1, 2), 0), {1: P(0, 1)} == {1: P(0, 1)})
b[1]['k'].x = 99
print(a == b, a, b)

# expect: True False False True 1 True P(2,2) v 2
# expect: False False True False [P(1,1), P(1,2), P(2,1)] True True
# expect: False [P(1,2), {'k': P(3,4)}, (P(5,6),)] [P(1,2), {'k': P(99,4)}, (P(5,6),)]
