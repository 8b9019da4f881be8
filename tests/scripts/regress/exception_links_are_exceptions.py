# What is no exception cannot be made the cause or the context of one, and a chain may be a ring.
e = ValueError('a')
for name in ('__cause__', '__context__'):
    for v in (5, 'x', 2 ** 40, ValueError, [e]):
        try:
            setattr(e, name, v)
            print('set', name, v)
        except TypeError:
            print('no', end=' ')
    setattr(e, name, None)
    print(getattr(e, name))
# expect: no no no no no None
# expect: no no no no no None
e.__context__ = e
e.__cause__ = e
print(e.__cause__ is e, e.__context__ is e)  # expect: True True
try:
    try:
        raise e
    except ValueError as f:
        raise KeyError(1)
except KeyError as k:
    print(k.__context__ is e)  # expect: True
