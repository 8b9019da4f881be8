e = 'before'
try:
    raise ValueError('v')
except ValueError as e:
    kept = e
try:
    e
except NameError as err:
    print(type(err).__name__)
print(kept, kept.args)
def f():
    try:
        raise KeyError('k')
    except KeyError as x:
        pass
    x = 5
    return x
print(f())
def g():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as v:
            saved = v
            del v
            v = 'rebound'
    try:
        return v
    except UnboundLocalError as u:
        return type(u).__name__, saved.args
print(g())

# expect: NameError
# expect: v ('v',)
# expect: 5
# expect: ('UnboundLocalError', (1,))
