a = [1]
b = a
print(a is b, a is [1], a == [1], a is not b, None is None, () == (), 'a' in 'cat', 'ca' in 'cat', '' in 'cat', 'ac' in 'cat')
print(1 in [1.0], True in [1], 1 in (2, 3), 'k' in {'k': 1}, 1 in {'k': 1}, 2 in {1, 2}, 3 not in range(3), 4 in range(0, 10, 2), 5 in range(0, 10, 2), 97 in b'a', b'ab' in b'cab')
print([1] in [[1], 2], (1, 2) in [(1, 2)], None in [None], 2.0 in range(5), 'a' in range(5), 1 in {1.0: 'x'}, [] in [[]])
n = float('nan')
print(n in [n], n in (float('nan'),), [n] == [n], n is n)
for f in (lambda: [] in {}, lambda: [] in {1}, lambda: 1 in 5, lambda: 1 in 'abc'):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: True False True False True True True True True False
# expect: True True False True False True True True False True True
# expect: True True True True False True True
# expect: True False True True
# expect: unhashable type: 'list'
# expect: unhashable type: 'list'
# expect: argument of type 'int' is not iterable
# expect: 'in <string>' requires string as left operand, not int
