def g():
    yield 1
    1 / 0
    yield 2
it = g()
print(next(it))
try:
    next(it)
except ZeroDivisionError as e:
    print(e)
print(next(it, 'finished'))
def leak():
    yield 1
    raise StopIteration
try:
    list(leak())
except RuntimeError as e:
    print(e)
def reenter():
    yield next(me)
me = reenter()
try:
    next(me)
except ValueError as e:
    print(e)
def fin():
    try:
        yield 1
    finally:
        print('fin')
for x in fin():
    print(x)
def with_try():
    for i in range(3):
        try:
            yield i
            if i == 1:
                raise ValueError
        except ValueError:
            yield 'handled'
        else:
            yield 'else'
print(list(with_try()))

# expect: 1
# expect: division by zero
# expect: finished
# expect: generator raised StopIteration
# expect: generator already executing
# expect: 1
# expect: fin
# expect: [0, 'else', 1, 'handled', 2, 'else']
