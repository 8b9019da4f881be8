print([x for x in range(5)], [x * y for x in (1, 2, 3) for y in (10, 20)], [x for x in range(20) if x % 2 if x % 3])
print([[i * j for j in range(3)] for i in range(3)], [(a, b) for a, b in zip('ab', 'cd')], [c for w in ['ab', 'c'] for c in w])
x = 'outer'
print([x for x in range(3)], x)
def f(n):
    return [n + i for i in range(n) if i != n // 2]
print(f(4))
print([i for i in [j for j in range(4)] if i], [a if a > 1 else -a for a in range(4)], [*(i for i in 'ab')])
print([fn() for fn in [lambda: i for i in range(3)]], [(lambda y: y * x)(2) for x in range(3)])
print([y for x in [[1, 2], [3]] for y in x for z in range(y)], [a for a, *b in [(1, 2, 3)]])

# expect: [0, 1, 2, 3, 4] [10, 20, 20, 40, 30, 60] [1, 5, 7, 11, 13, 17, 19]
# expect: [[0, 0, 0], [0, 1, 2], [0, 2, 4]] [('a', 'c'), ('b', 'd')] ['a', 'b', 'c']
# expect: [0, 1, 2] outer
# expect: [4, 5, 7]
# expect: [1, 2, 3] [0, -1, 2, 3] ['a', 'b']
# expect: [2, 2, 2] [0, 2, 4]
# expect: [1, 2, 2, 3, 3, 3] [1]
