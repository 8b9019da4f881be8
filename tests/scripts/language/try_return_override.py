def a():
    try:
        return 'try'
    finally:
        return 'finally'
def b():
    try:
        raise ValueError
    finally:
        return 'swallowed'
def c():
    x = 1
    try:
        return x
    finally:
        x = 2
def d():
    try:
        return 'try'
    except Exception:
        return 'except'
    else:
        return 'else'
    finally:
        print('d finally')
def e():
    try:
        pass
    except Exception:
        return 'except'
    else:
        return 'else'
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'except'
    finally:
        print('f finally')
def g():
    lst = []
    try:
        return lst
    finally:
        lst.append('seen')
print(a(), b(), c(), d(), e(), f(), g())

# expect: d finally
# expect: f finally
# expect: finally swallowed 1 try else except ['seen']
