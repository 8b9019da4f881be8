# close() and throw(GeneratorExit) through yield from: the inner generator is closed, then the outer one gets the exception.
def inner():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('inner closed')
    finally:
        print('inner finally')


def outer():
    try:
        r = yield from inner()
        print('not reached', r)
    except GeneratorExit:
        print('outer closed')
        raise


g = outer()
print(next(g))
g.close()
g = outer()
print(next(g))
try:
    g.throw(GeneratorExit)
except GeneratorExit:
    print('came out')


def keeps():
    try:
        yield from inner()
    except GeneratorExit:
        yield 'kept'


g = keeps()
next(g)
print(g.throw(GeneratorExit()))


def stubborn():
    for i in range(2):
        try:
            yield i
        except GeneratorExit:
            pass


def around():
    yield from stubborn()


g = around()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


class Steps:
    # Not a generator: has what one has.
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, x):
        self.n += 1
        if self.n > 3:
            raise StopIteration('end')
        return (self.n, x)

    def throw(self, e):
        print('thrown', type(e).__name__)
        return 'after throw'

    def close(self):
        print('closed')


def delegate():
    r = yield from Steps()
    print('result', r)


g = delegate()
print(next(g), g.send('s'), g.throw(ValueError('v')), next(g))
try:
    next(g)
except StopIteration:
    print('stop')
g = delegate()
next(g)
g.close()

# expect: 1
# expect: inner closed
# expect: inner finally
# expect: outer closed
# expect: 1
# expect: inner closed
# expect: inner finally
# expect: outer closed
# expect: came out
# expect: inner closed
# expect: inner finally
# expect: kept
# expect: generator ignored GeneratorExit
# expect: thrown ValueError
# expect: (1, None) (2, 's') after throw (3, None)
# expect: result end
# expect: stop
# expect: closed
