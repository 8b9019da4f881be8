def f():
    x = 1
    def g():
        return x
    print(g())
    del x
    try:
        g()
    except NameError as e:
        print(e)
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 2
    return g()
print(f())

# expect: 1
# expect: cannot access free variable 'x' where it is not associated with a value in enclosing scope
# expect: cannot access local variable 'x' where it is not associated with a value
# expect: 2
