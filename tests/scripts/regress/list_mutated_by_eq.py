class Clear:
    def __init__(self, target):
        self.target = target
    def __eq__(self, other):
        self.target.clear()
        return False
a = [1, 2, 3]
a[1] = Clear(a)
print(a.count(99), a)
a = [1, 2, 3]
a[0] = Clear(a)
try:
    a.index(5)
except ValueError as e:
    print('index', type(e).__name__, a)
a = [1, 2]
a[0] = Clear(a)
try:
    a.remove(7)
except ValueError as e:
    print(e, a)
a = [1, 2, 3]
a[1] = Clear(a)
print(5 in a, a)
a, b = [1, 2, 3], [1, 2, 3]
a[1] = Clear(b)
print(a == b, len(a), b)

# expect: 0 []
# expect: index ValueError []
# expect: list.remove(x): x not in list []
# expect: False []
# expect: False 3 []
