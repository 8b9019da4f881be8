# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


def g():
    yield 1
    yield 2


def h():
    yield 1
    raise StopIteration


def e():
    return
    yield


def again():
    yield next(me[0])


me = [None]


def run(x):
    me[0] = x
    return next(x)


def bad():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def ignore():
    x = bad()
    next(x)
    x.close()


def twice():
    x = g()
    return [next(x), next(x), next(x)]


def ret():
    yield 1
    return 5


def stop():
    x = ret()
    next(x)
    try:
        next(x)
    except StopIteration as s:
        return s.value, s.args, repr(s)


tell(lambda: next(g()))
tell(lambda: g().send(1))
tell(lambda: g().send())
tell(lambda: g().throw())
tell(lambda: g().throw(5))
tell(lambda: g().throw('a'))
tell(lambda: g().throw(ValueError))
tell(lambda: g().throw(ValueError('x')))
tell(lambda: g().throw(ValueError, 'y'))
tell(lambda: g().throw(int))
tell(lambda: list(h()))
tell(lambda: next(h()))
tell(lambda: run(again()))
tell(lambda: ignore())
tell(lambda: g(1))
tell(lambda: next(e()))
tell(lambda: list(e()))
tell(lambda: twice())
tell(lambda: g().foo)
tell(lambda: g().close(1))
tell(lambda: stop())

# expect: 1
# expect: TypeError: can't send non-None value to a just-started generator
# expect: TypeError: generator.send() takes exactly one argument (0 given)
# expect: TypeError: throw expected at least 1 argument, got 0
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not str
# expect: ValueError: 
# expect: ValueError: x
# expect: ValueError: y
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not type
# expect: RuntimeError: generator raised StopIteration
# expect: 1
# expect: ValueError: generator already executing
# expect: RuntimeError: generator ignored GeneratorExit
# expect: TypeError: g() takes 0 positional arguments but 1 was given
# expect: StopIteration: 
# expect: []
# expect: StopIteration: 
# expect: AttributeError: 'generator' object has no attribute 'foo'
# expect: TypeError: generator.close() takes no arguments (1 given)
# expect: (5, (5,), 'StopIteration(5)')
