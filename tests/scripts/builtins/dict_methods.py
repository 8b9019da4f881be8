d = {'a': 1, 'b': 2, 'c': 3}
print(d.get('a'), d.get('z'), d.get('z', 0), d.pop('a'), d.pop('z', 'dflt'), d, d.setdefault('b', 9), d.setdefault('n'), d.setdefault('m', []), d)
print(list(d.keys()), list(d.values()), list(d.items()), d.popitem(), d.copy() == d, d.copy() is d)
d.update({'b': 20, 'q': 5})
d.update([('r', 6)])
d.update(s=7)
d.update()
print(d)
print(dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), dict.fromkeys([], 1), d.clear(), d)
x = dict.fromkeys('ab', [])
x['a'].append(1)
print(x)
for f in (lambda: {}.popitem(), lambda: {}.pop('k'), lambda: d.update(5), lambda: d.get([]), lambda: d.update([1])):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 1 None 0 1 dflt {'b': 2, 'c': 3, 'n': None, 'm': []} 2 None [] {'b': 2, 'c': 3, 'n': None, 'm': []}
# expect: ['b', 'c', 'n', 'm'] [2, 3, None, []] [('b', 2), ('c', 3), ('n', None), ('m', [])] ('m', []) True False
# expect: {'b': 20, 'c': 3, 'n': None, 'q': 5, 'r': 6, 's': 7}
# expect: {'a': None, 'b': None} {1: 0, 2: 0} {} None {}
# expect: {'a': [1], 'b': [1]}
# expect: KeyError 'popitem(): dictionary is empty'
# expect: KeyError 'k'
# expect: TypeError 'int' object is not iterable
# expect: TypeError unhashable type: 'list'
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
