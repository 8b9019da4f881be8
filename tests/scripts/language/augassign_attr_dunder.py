class Num:
    def __init__(self, v):
        self.v = v
    def __iadd__(self, o):
        print('iadd', o)
        self.v += o
        return self
    def __add__(self, o):
        print('add', o)
        return Num(self.v + o)
    def __sub__(self, o):
        print('sub', o)
        return Num(self.v - o)
n = m = Num(1)
n += 4
print(n.v, n is m)
n -= 2
print(n.v, m.v, n is m)
class Weird:
    def __imul__(self, o):
        return 'gone'
w = Weird()
w *= 3
print(w)

# expect: iadd 4
# expect: 5 True
# expect: sub 2
# expect: 3 5 False
# expect: gone
