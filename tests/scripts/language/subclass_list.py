# A class that extends list is a list to everybody who asks.
class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def peek(self):
        return self[-1]


s = Stack([1, 2])
s.push(3).push(4)
print(s, len(s), s.peek(), s.pop(), s[0], s[1:], 2 in s, 9 in s)
print(isinstance(s, list), issubclass(Stack, list), type(s).__name__, s == [1, 2, 3], [1, 2, 3] == s, s != [1], s < [2])
print(s + [5], [0] + s, s * 2, sorted(s, reverse=True), list(reversed(s)), sum(s), [x * 2 for x in s])
s += (7, 8)
s[1:3] = 'ab'
del s[0]
print(s, s.index('b'), s.count(7), bool(s), bool(Stack()))
a, *b = s
print(a, b, *s)


class Logged(list):
    def append(self, x):
        print('append', x)
        super().append(x)

    def __getitem__(self, i):
        return ('item', super().__getitem__(i))

    def __len__(self):
        return 100


g = Logged()
g.append(1)
g.extend([2, 3])
print(g, g[0], len(g), list(g))


class Init(list):
    def __init__(self, n):
        super().__init__(range(n))
        self.n = n


print(Init(3), Init(3).n)
try:
    hash(s)
except TypeError as e:
    print(e)

# expect: [1, 2, 3] 4 4 4 1 [2, 3] True False
# expect: True True Stack True True True True
# expect: [1, 2, 3, 5] [0, 1, 2, 3] [1, 2, 3, 1, 2, 3] [3, 2, 1] [3, 2, 1] 6 [2, 4, 6]
# expect: ['a', 'b', 7, 8] 1 1 True False
# expect: a ['b', 7, 8] a b 7 8
# expect: append 1
# expect: [1, 2, 3] ('item', 1) 100 [1, 2, 3]
# expect: [0, 1, 2] 3
# expect: unhashable type: 'Stack'
