def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, '|', e, '|', repr(e.__cause__), '|', repr(e.__context__), '|', e.__suppress_context__)
def a(): raise ValueError
def b(): raise ValueError('msg')
def c(): raise 5
def d(): raise
def e(): raise ValueError('x') from KeyError('cause')
def f():
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise RuntimeError('wrapped') from z
def g():
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError('hidden') from None
def h(): raise int
def i(): raise ValueError from 5
for fn in (a, b, c, d, e, f, g, h, i):
    attempt(fn)

# expect: ValueError |  | None | None | False
# expect: ValueError | msg | None | None | False
# expect: TypeError | exceptions must derive from BaseException | None | None | False
# expect: RuntimeError | No active exception to reraise | None | None | False
# expect: ValueError | x | KeyError('cause') | None | True
# expect: RuntimeError | wrapped | ZeroDivisionError('division by zero') | ZeroDivisionError('division by zero') | True
# expect: RuntimeError | hidden | None | ZeroDivisionError('division by zero') | True
# expect: TypeError | exceptions must derive from BaseException | None | None | False
# expect: TypeError | exception causes must derive from BaseException | None | None | False
