d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), 'a' in k, 1 in v, ('a', 1) in i, ('a', 2) in i)
d['c'] = 3
print(k, list(v), len(i), list(i)[-1], sorted(k, reverse=True), max(v), sum(v), list(reversed(d)), list(reversed(list(d.items()))))
for key, val in d.items():
    d[key] = val * 10
print(d, [key for key in d], [p for p in zip(d, d.values())], dict(sorted(d.items(), key=lambda kv: -kv[1])), min(d, key=d.get), max(d.items()))
print({'a': 1}.keys() == {'a': 2}.keys(), {'a': 1}.items() == {'a': 1}.items(), {'a'} == {'a': 1}.keys(), sorted(d.keys() & {'a', 'z'}), sorted(d.keys() | {'z'}), sorted(d.keys() - {'a'}))
it = iter(d)
print(next(it), next(it))
try:
    d.keys()[0]
except TypeError as e:
    print(e)

# expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True True False
# expect: dict_keys(['a', 'b', 'c']) [1, 2, 3] 3 ('c', 3) ['c', 'b', 'a'] 3 6 ['c', 'b', 'a'] [('c', 3), ('b', 2), ('a', 1)]
# expect: {'a': 10, 'b': 20, 'c': 30} ['a', 'b', 'c'] [('a', 10), ('b', 20), ('c', 30)] {'c': 30, 'b': 20, 'a': 10} a ('c', 30)
# expect: True True True ['a'] ['a', 'b', 'c', 'z'] ['b', 'c']
# expect: a b
# expect: 'dict_keys' object is not subscriptable
