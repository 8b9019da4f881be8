class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print('exit', self.name, t.__name__ if t else None, v)
        return self.swallow
with CM('a') as x:
    print('body', x)
with CM('a') as x, CM('b') as y:
    print(x, y)
with (CM('p') as x, CM('q')):
    print('paren', x)
with CM('s', True):
    raise ValueError('boom')
print('survived')
try:
    with CM('o'), CM('i', False):
        1 / 0
except ZeroDivisionError as e:
    print('caught', e)
with CM('o'), CM('i', True):
    raise KeyError('k')
d = {}
with CM('t') as d['k']:
    pass
print(d)

# expect: enter a
# expect: body A
# expect: exit a None None
# expect: enter a
# expect: enter b
# expect: A B
# expect: exit b None None
# expect: exit a None None
# expect: enter p
# expect: enter q
# expect: paren P
# expect: exit q None None
# expect: exit p None None
# expect: enter s
# expect: exit s ValueError boom
# expect: survived
# expect: enter o
# expect: enter i
# expect: exit i ZeroDivisionError division by zero
# expect: exit o ZeroDivisionError division by zero
# expect: caught division by zero
# expect: enter o
# expect: enter i
# expect: exit i KeyError 'k'
# expect: exit o None None
# expect: enter t
# expect: exit t None None
# expect: {'k': 'T'}
