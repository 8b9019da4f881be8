def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
print(' '.join(hanoi(3)), sum(1 for _ in hanoi(8)))
def permutations(xs):
    if len(xs) <= 1:
        yield xs
        return
    for i, x in enumerate(xs):
        for p in permutations(xs[:i] + xs[i + 1:]):
            yield [x] + p
print([''.join(p) for p in permutations(list('abc'))], sum(1 for _ in permutations([1, 2, 3, 4, 5])))
def subsets(xs):
    if not xs:
        return [[]]
    rest = subsets(xs[1:])
    return rest + [[xs[0]] + r for r in rest]
print(subsets([1, 2, 3]))

# expect: AC AB CB AC BA BC AC 255
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'] 120
# expect: [[], [3], [2], [2, 3], [1], [1, 3], [1, 2], [1, 2, 3]]
