# A generator that is sent to, thrown at and closed, through a delegation.
def inner():
    got = None
    while True:
        try:
            got = yield got
            print('inner got', got)
        except ValueError as e:
            print('inner caught', e)
            got = 'caught'
        finally:
            print('inner turn ends')


def outer():
    yield 'start'
    yield from inner()


g = outer()
print(next(g), next(g))
print(g.send(1))
print(g.throw(ValueError('thrown')))
g.close()
try:
    next(g)
except StopIteration as e:
    print('stopped', e.value)
