s = {3, 1, 2, 3}
print(len(s), 1 in s, 5 in s, sorted(s), {1, 1.0, True}, set(), sorted(set('hello')), {1, 2} == {2, 1}, {1} != {2}, bool(set()), sorted({*range(3), *[5]}), set([1, 1]), {()}, {None})
s.add(4)
s.add(1)
s.discard(3)
s.discard(99)
s.remove(1)
print(sorted(s), len(s), s.copy() == s, s.copy() is s)
one = {7}
print(one.pop(), one, len(one))
s.clear()
print(s, repr({1}), repr(frozenset()), repr(frozenset([1])), str(set()))
for f in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1}.add({}), lambda: hash({1}), lambda: {1}[0], lambda: set(5), lambda: {'k'}.remove('z'), lambda: {{1}}):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 3 True False [1, 2, 3] {1} set() ['e', 'h', 'l', 'o'] True True False [0, 1, 2, 5] {1} {()} {None}
# expect: [2, 4] 2 True False
# expect: 7 set() 0
# expect: set() {1} frozenset() frozenset({1}) set()
# expect: KeyError 2
# expect: KeyError 'pop from an empty set'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unhashable type: 'set'
# expect: TypeError 'set' object is not subscriptable
# expect: TypeError 'int' object is not iterable
# expect: KeyError 'z'
# expect: TypeError unhashable type: 'set'
