d = {}
for i in range(100):
    d[i * 7 % 101] = i
for i in range(0, 100, 3):
    d.pop(i, None)
for i in range(0, 100, 9):
    d[i] = 'new'
print(len(d), list(d)[:12], list(d)[-12:])
print(sum(k for k in d), all(d[k] is not None for k in d), list(d.items())[-3:])
while len(d) > 3:
    d.popitem()
print(d)
d.clear()
for w in 'the quick brown fox jumps over the lazy dog the end'.split():
    d[w] = d.get(w, 0) + 1
print(d)
e = {str(i): i for i in range(50)}
for i in range(50):
    del e[str(i)]
    e[str(i)] = -i
print(list(e)[:3], list(e.values())[-3:], len(e))

# expect: 78 [7, 14, 28, 35, 49, 56, 70, 77, 91, 98, 4, 11] [0, 9, 18, 27, 36, 45, 54, 63, 72, 81, 90, 99]
# expect: 3867 True [(81, 'new'), (90, 'new'), (99, 'new')]
# expect: {7: 1, 14: 2, 28: 4}
# expect: {'the': 3, 'quick': 1, 'brown': 1, 'fox': 1, 'jumps': 1, 'over': 1, 'lazy': 1, 'dog': 1, 'end': 1}
# expect: ['0', '1', '2'] [-47, -48, -49] 50
