a = [5, 2, 9, 1]
a.sort()
print(a)
a.sort(reverse=True)
print(a)
w = ['bb', 'A', 'ccc', 'a', 'B']
w.sort()
print(w)
w.sort(key=str.lower)
print(w)
w.sort(key=len, reverse=True)
print(w)
recs = [('x', 2), ('y', 1), ('z', 2), ('w', 1)]
recs.sort(key=lambda r: r[1])
print(recs)
recs.sort(key=lambda r: r[1], reverse=True)
print(recs)
print(sorted([3, 1.5, True, -2]), sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([[2, 1], [1, 5], [1]]), sorted([(1, 'b'), (1, 'a')]), sorted([], key=None), sorted(range(5), key=lambda x: (x % 2, -x)))
try:
    [1, 'a'].sort()
except TypeError as e:
    print(e)
try:
    [None, 1].sort()
except TypeError as e:
    print(e)
try:
    sorted([1, 2], key=lambda x: 1 / 0)
except ZeroDivisionError as e:
    print(e)

# expect: [1, 2, 5, 9]
# expect: [9, 5, 2, 1]
# expect: ['A', 'B', 'a', 'bb', 'ccc']
# expect: ['A', 'a', 'B', 'bb', 'ccc']
# expect: ['ccc', 'bb', 'A', 'a', 'B']
# expect: [('y', 1), ('w', 1), ('x', 2), ('z', 2)]
# expect: [('x', 2), ('z', 2), ('y', 1), ('w', 1)]
# expect: [-2, True, 1.5, 3] ['e', 'h', 'l', 'l', 'o'] ['a', 'b'] [[1], [1, 5], [2, 1]] [(1, 'a'), (1, 'b')] [] [4, 2, 0, 3, 1]
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'int' and 'NoneType'
# expect: division by zero
