# A stable sort over many equal keys, in both directions.
def lcg(n):
    x = 12345
    out = []
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        out.append((x >> 16) % 10)
    return out
data = [(v, i) for i, v in enumerate(lcg(200))]
by = sorted(data, key=lambda p: p[0])
print(all(by[i][0] < by[i + 1][0] or by[i][0] == by[i + 1][0] and by[i][1] < by[i + 1][1] for i in range(199)))
rev = sorted(data, key=lambda p: p[0], reverse=True)
print(all(rev[i][0] > rev[i + 1][0] or rev[i][0] == rev[i + 1][0] and rev[i][1] < rev[i + 1][1] for i in range(199)))
print(sorted(data) == by, [v for v, i in sorted(data)][::20], sorted(lcg(50))[:10], sorted(lcg(50), reverse=True)[:10])
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)
class Desc:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
print([d.v for d in sorted(map(Desc, [3, 1, 2, 5, 4]))], max(map(Desc, [3, 1, 2]), key=lambda d: d.v).v)

# expect: True
# expect: True
# expect: True [0, 1, 1, 2, 3, 4, 6, 6, 8, 8] [0, 0, 1, 1, 1, 1, 1, 1, 1, 1] [9, 9, 8, 8, 8, 8, 8, 7, 7, 7]
# expect: [3, 1, 2]
# expect: [5, 4, 3, 2, 1] 3
