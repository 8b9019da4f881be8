# namedtuple, OrderedDict, defaultdict and Counter.
from collections import namedtuple, OrderedDict, defaultdict, Counter

P = namedtuple('P', ['x', 'y'], defaults=[0])
p = P(1)
print(p, p.x, p.y, p[0], len(p), p == (1, 0), tuple(p), P._fields, p._asdict(), p._replace(y=5), P._make([7, 8]), P(x=3, y=4))
x, y = p
print(x, y, isinstance(p, tuple), hash(p) == hash((1, 0)), {P(1, 2): 'a'}[(1, 2)], P(1, 2) < P(1, 3), p.count(1))
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, x=1), lambda: P(1, z=1), lambda: setattr(p, 'x', 1), lambda: namedtuple('A', 'b b'), lambda: namedtuple('A', '1b')):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
    except AttributeError as e:
        print(type(e).__name__)

o = OrderedDict([('b', 1), ('a', 2)])
o['c'] = 3
o.move_to_end('b')
print(o, list(o), o == {'a': 2, 'c': 3, 'b': 1}, o == OrderedDict([('b', 1), ('a', 2), ('c', 3)]), o.popitem(False), o.popitem(), OrderedDict())

groups = defaultdict(list)
for word in ('apple', 'bean', 'avocado'):
    groups[word[0]].append(word)
print(groups, groups['x'], 'y' in groups, len(groups))

c = Counter('mississippi')
print(c, c['s'], c['none'], c.most_common(2), sum(c.values()), sorted(c.elements())[:3])
c.update('mm')
print(c['m'], dict(c))

# expect: P(x=1, y=0) 1 0 1 2 True (1, 0) ('x', 'y') {'x': 1, 'y': 0} P(x=1, y=5) P(x=7, y=8) P(x=3, y=4)
# expect: 1 0 True True a True 1
# expect: TypeError P.__new__() missing 1 required positional argument: 'x'
# expect: TypeError P.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: TypeError P.__new__() got multiple values for argument 'x'
# expect: TypeError P.__new__() got an unexpected keyword argument 'z'
# expect: AttributeError
# expect: ValueError Encountered duplicate field name: 'b'
# expect: ValueError Type names and field names must be valid identifiers: '1b'
# expect: OrderedDict([('c', 3)]) ['a', 'c', 'b'] True False ('a', 2) ('b', 1) OrderedDict()
# expect: defaultdict(<class 'list'>, {'a': ['apple', 'avocado'], 'b': ['bean'], 'x': []}) [] False 3
# expect: Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}) 4 0 [('i', 4), ('s', 4)] 11 ['i', 'i', 'i']
# expect: 3 {'m': 3, 'i': 4, 's': 4, 'p': 2}
