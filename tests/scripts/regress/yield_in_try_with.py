class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb): print('exit', self.n, t.__name__ if t else None)
def g():
    for i in range(3):
        with CM(i) as c:
            try:
                got = yield c
                print('got', got)
            except ValueError as e:
                print('value', e)
                yield 'handled'
            finally:
                print('fin', i)
a = g()
print(next(a))
print(a.send('x'))
print(a.throw(ValueError('v')))
print(next(a))
a.close()
b = g()
next(b)
try:
    b.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
print(next(b, 'finished'))

# expect: enter 0
# expect: 0
# expect: got x
# expect: fin 0
# expect: exit 0 None
# expect: enter 1
# expect: 1
# expect: value v
# expect: handled
# expect: fin 1
# expect: exit 1 None
# expect: enter 2
# expect: 2
# expect: fin 2
# expect: exit 2 GeneratorExit
# expect: enter 0
# expect: fin 0
# expect: exit 0 KeyError
# expect: out 'k'
# expect: finished
