def f():
    x = 1
    def g():
        return x
    print(g())
    del x
    try:
        g()
    except NameError as e:
        print(type(e).__name__)
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__)
    x = 2
    return g()
print(f())

# expect: 1
# expect: NameError
# expect: UnboundLocalError
# expect: 2
