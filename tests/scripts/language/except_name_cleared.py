e = 'before'
try:
    raise ValueError('v')
except ValueError as e:
    kept = e
try:
    e
except NameError as err:
    print(err)
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
        return str(u), saved.args
print(g())

# expect: name 'e' is not defined
# expect: v ('v',)
# expect: 5
# expect: ("cannot access local variable 'v' where it is not associated with a value", (1,))
