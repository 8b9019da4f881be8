# A class that extends dict: defaults by __missing__, attributes as keys, and the methods.
class Default(dict):
    def __missing__(self, k):
        return k * 2


class Namespace(dict):
    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value


d = Default(a=1)
d['b'] = 5
print(d, d['a'], d['zz'], 'zz' in d, d.get('zz'), len(d), sorted(d.items()), isinstance(d, dict))
print(d == {'a': 1, 'b': 5}, {'a': 1, 'b': 5} == d, d != {}, list(d), d.pop('a'), d.setdefault('q', 9), d)
d.update({'x': 1}, y=2)
print(d, dict(d), {**d}, d | {'z': 0})
del d['x']
try:
    d.pop('nothing')
except KeyError as e:
    print('KeyError', e)


def keywords(**k):
    return k


print(keywords(**d))

# expect: {'a': 1, 'b': 5} 1 zzzz False None 2 [('a', 1), ('b', 5)] True
# expect: True True True ['a', 'b'] 1 9 {'b': 5, 'q': 9}
# expect: {'b': 5, 'q': 9, 'x': 1, 'y': 2} {'b': 5, 'q': 9, 'x': 1, 'y': 2} {'b': 5, 'q': 9, 'x': 1, 'y': 2} {'b': 5, 'q': 9, 'x': 1, 'y': 2, 'z': 0}
# expect: KeyError 'nothing'
# expect: {'b': 5, 'q': 9, 'y': 2}
