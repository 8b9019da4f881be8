a = [1, 2]
print(a + [3], a * 3, 3 * a, a * 0, a * -1, 2 in a, a == [1, 2], a < [1, 3], len(a), [*a, *a], bool([]), a + a is a)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
fresh = [[0] * 2 for _ in range(2)]
fresh[0][0] = 1
print(fresh)
print(list(), list('ab'), list((1, 2)), list({1: 2}), list(range(3)), list(b'ab'), list(x for x in 'q'), list([1]) is not a, list(map(str, a)), list(zip(a, a)), list({'a': 1}.items()))
b = list(a)
b.append(a)
print(a, b, [[]] == [[]], [a, [a, [a]]])
print(max([[1, 2], [1, 3]]), min([3, 1, 2]), sum([[1], [2]], []), sum([1, 2.5]), any([]), all([]), sorted([2, 1]), list(reversed([1, 2])))

# expect: [1, 2, 3] [1, 2, 1, 2, 1, 2] [1, 2, 1, 2, 1, 2] [] [] True True True 2 [1, 2, 1, 2] False False
# expect: [[1, 0], [1, 0]]
# expect: [[1, 0], [0, 0]]
# expect: [] ['a', 'b'] [1, 2] [1] [0, 1, 2] [97, 98] ['q'] True ['1', '2'] [(1, 1), (2, 2)] [('a', 1)]
# expect: [1, 2] [1, 2, [1, 2]] True [[1, 2], [[1, 2], [[1, 2]]]]
# expect: [1, 3] 1 [1, 2] 3.5 False True [1, 2] [2, 1]
