a, b = {'x': 1, 'y': 2}, {'y': 3, 'z': 4}
print(a | b, b | a, a == b, a != b)
a |= b
print(a)
a |= [('q', 5)]
print(a)
print({1: 'a'} == {1.0: 'a'}, {1: [2]} == {1: [2]}, {} == [], {'a': {'b': 1}} == {'a': {'b': 1}}, {0: 1} == {False: 1})
for f in (lambda: {} | [], lambda: {} + {}, lambda: {} < {}, lambda: {} | None, lambda: hash({})):
    try:
        print(f())
    except TypeError as e:
        print(e)
class D:
    def __missing__(self, k):
        return 'missing'
nested = {}
nested.setdefault('a', {}).setdefault('b', []).append(1)
print(nested, nested['a']['b'][0])

# expect: {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1} False True
# expect: {'x': 1, 'y': 3, 'z': 4}
# expect: {'x': 1, 'y': 3, 'z': 4, 'q': 5}
# expect: True True False True True
# expect: unsupported operand type(s) for |: 'dict' and 'list'
# expect: unsupported operand type(s) for +: 'dict' and 'dict'
# expect: '<' not supported between instances of 'dict' and 'dict'
# expect: unsupported operand type(s) for |: 'dict' and 'NoneType'
# expect: unhashable type: 'dict'
# expect: {'a': {'b': [1]}} 1
