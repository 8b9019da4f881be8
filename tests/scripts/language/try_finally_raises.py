def f():
    try:
        raise ValueError('first')
    finally:
        raise KeyError('second')
try:
    f()
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)
def g():
    try:
        return 1
    finally:
        raise RuntimeError('replaces return')
try:
    g()
except RuntimeError as e:
    print(e)
def h():
    try:
        raise ValueError('a')
    except ValueError:
        raise IndexError('b')
    else:
        print('never')
    finally:
        print('finally')
try:
    h()
except LookupError as e:
    print(type(e).__name__, e)
try:
    try:
        pass
    except ValueError:
        pass
    else:
        raise OSError('in else')
    finally:
        print('after else')
except OSError as e:
    print(e)

# expect: KeyError('second') ValueError('first') None
# expect: replaces return
# expect: finally
# expect: IndexError b
# expect: after else
# expect: in else
