def solve(n, row=0, cols=(), d1=(), d2=()):
    if row == n:
        yield cols
        return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2:
            yield from solve(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print(len(list(solve(6))), next(solve(8)), [len(list(solve(k))) for k in range(1, 6)])
for c in next(solve(5)):
    print('.' * c + 'Q' + '.' * (4 - c))

# expect: 4 (0, 4, 7, 5, 2, 6, 1, 3) [1, 0, 0, 2, 10]
# expect: Q....
# expect: ..Q..
# expect: ....Q
# expect: .Q...
# expect: ...Q.
