# collections.deque.
from collections import deque

d = deque('abc')
d.append('d')
d.appendleft('z')
print(d, len(d), d[0], d[-1], 'c' in d, list(d), d.pop(), d.popleft(), d)
d.rotate(1)
print(d)
d.rotate(-2)
print(d, d.index('b'), d.count('a'))
d.extend([1, 2])
d.extendleft([3, 4])
print(d, d.maxlen, bool(deque()))
m = deque(range(5), 3)
print(m, m.maxlen)
m.append(9)
m.appendleft(8)
print(m, m == deque([8, 3, 4]), m + deque([1]), m.copy())
m[1] = 'x'
del m[0]
m.reverse()
print(m)
m.insert(1, 'i')
m.remove('i')
m.clear()
print(m)
for f in (lambda: m.pop(), lambda: m.popleft(), lambda: d[99], lambda: deque([], -1), lambda: d.remove('none')):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)

# expect: deque(['a', 'b', 'c']) 5 z d True ['z', 'a', 'b', 'c', 'd'] d z deque(['a', 'b', 'c'])
# expect: deque(['c', 'a', 'b'])
# expect: deque(['b', 'c', 'a']) 0 1
# expect: deque([4, 3, 'b', 'c', 'a', 1, 2]) None False
# expect: deque([2, 3, 4], maxlen=3) 3
# expect: deque([8, 3, 4], maxlen=3) True deque([3, 4, 1], maxlen=3) deque([8, 3, 4], maxlen=3)
# expect: deque([4, 'x'], maxlen=3)
# expect: deque([], maxlen=3)
# expect: IndexError pop from an empty deque
# expect: IndexError pop from an empty deque
# expect: IndexError deque index out of range
# expect: ValueError maxlen must be non-negative
# expect: ValueError 'none' is not in deque
# expect: deque mutated during iteration
