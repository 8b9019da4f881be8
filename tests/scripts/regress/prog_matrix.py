def mul(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def identity(n):
    return [[1 if i == j else 0 for j in range(n)] for i in range(n)]
def power(m, n):
    r = identity(len(m))
    while n:
        if n & 1:
            r = mul(r, m)
        m = mul(m, m)
        n >>= 1
    return r
def det(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
a = [[1, 2], [3, 4]]
print(mul(a, [[5, 6], [7, 8]]), power([[1, 1], [1, 0]], 40)[0][1], det([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
print([list(r) for r in zip(*a)], mul(a, identity(2)) == a, mul([[1, 2, 3]], [[1], [2], [3]]))

# expect: [[19, 22], [43, 50]] 102334155 18
# expect: [[1, 3], [2, 4]] True [[14]]
