print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), ''.join(reversed('xyz')), list(reversed({'a': 1, 'b': 2})), list(reversed(b'ab')), list(reversed([])))
class R:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class Own:
    def __reversed__(self): return iter('own')
print(list(reversed(R())), list(reversed(Own())), sorted([3, 1, 2], reverse=True), sorted('bca'), sorted({3: 'a', 1: 'b'}), sorted((2, 1)), sorted([1, -3, 2], key=abs), sorted([True, 0, 2]))
a = [3, 1]
print(sorted(a), a, sorted(a) is a)
for f in (lambda: reversed({1}), lambda: reversed(5), lambda: sorted(5), lambda: sorted([1, 'a']), lambda: reversed(x for x in [])):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: [3, 2, 1] ['c', 'b', 'a'] [2, 1] [2, 1, 0] zyx ['b', 'a'] [98, 97] []
# expect: [20, 10, 0] ['o', 'w', 'n'] [3, 2, 1] ['a', 'b', 'c'] [1, 3] [1, 2] [1, 2, -3] [0, True, 2]
# expect: [1, 3] [3, 1] False
# expect: 'set' object is not reversible
# expect: 'int' object is not reversible
# expect: 'int' object is not iterable
# expect: '<' not supported between instances of 'str' and 'int'
# expect: 'generator' object is not reversible
