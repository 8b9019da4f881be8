def g():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print('caught', e)
        yield 'recovered'
    finally:
        print('cleanup')
a = g()
next(a)
print(a.throw(ValueError('v')))
print(next(a, 'over'))
b = g()
next(b)
b.close()
b.close()
print(next(b, 'closed'))
c = g()
try:
    c.throw(KeyError('before start'))
except KeyError as e:
    print(e, next(c, 'dead'))
d = g()
next(d)
try:
    d.throw(TypeError('t'))
except TypeError as e:
    print('propagated', e)
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
never = g()
never.close()
print(list(never))

# expect: caught v
# expect: recovered
# expect: cleanup
# expect: over
# expect: cleanup
# expect: closed
# expect: 'before start' dead
# expect: cleanup
# expect: propagated t
# expect: generator ignored GeneratorExit
# expect: []
