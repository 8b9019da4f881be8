d = {'a': 1, 'b': 2}
d['c'] = 3
d['a'] = 10
print(d, len(d), d['b'], 'a' in d, 'z' not in d, d == {'c': 3, 'b': 2, 'a': 10}, d != {}, list(d), bool({}), {1: 'int', 1.0: 'float', True: 'bool'})
del d['b']
d['b'] = 'again'
print(d)
print(dict(), dict(a=1, b=2), dict([('x', 1), ['y', 2]]), dict({'k': 1}), dict({'k': 1}, k=2, z=3), dict(zip('ab', [1, 2])), {**d, 'c': 0}, dict(['ab', 'cd']))
print({(1, 2): 'tuple', None: 'none', 'x': {}, 2.5: [], b'k': 1, frozenset([1]): 2})
for f in (lambda: d['zz'], lambda: {}[None], lambda: {[]: 1}, lambda: {{}: 1}, lambda: d[[1]], lambda: d[1, 2], lambda: dict([1]), lambda: dict(['abc']), lambda: dict(5), lambda: {set(): 1}):
    try:
        f()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)

# expect: {'a': 10, 'b': 2, 'c': 3} 3 2 True True True True ['a', 'b', 'c'] False {1: 'bool'}
# expect: {'a': 10, 'c': 3, 'b': 'again'}
# expect: {} {'a': 1, 'b': 2} {'x': 1, 'y': 2} {'k': 1} {'k': 2, 'z': 3} {'a': 1, 'b': 2} {'a': 10, 'c': 0, 'b': 'again'} {'a': 'b', 'c': 'd'}
# expect: {(1, 2): 'tuple', None: 'none', 'x': {}, 2.5: [], b'k': 1, frozenset({1}): 2}
# expect: KeyError 'zz'
# expect: KeyError None
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unhashable type: 'list'
# expect: KeyError (1, 2)
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError 'int' object is not iterable
# expect: TypeError unhashable type: 'set'
