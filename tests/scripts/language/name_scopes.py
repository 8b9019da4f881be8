x = 'global'
def f():
    x = 'local'
    return x
def g():
    return x
def h():
    global x
    x = 'changed'
print(f(), g(), x)
h()
print(g(), x)
def unbound():
    try:
        print(y)
    except UnboundLocalError as e:
        print(type(e).__name__)
    y = 1
    return y
print(unbound())
def undefined():
    return later
try:
    undefined()
except NameError as e:
    print(type(e).__name__)
later = 'now'
print(undefined())

# expect: local global global
# expect: changed changed
# expect: UnboundLocalError
# expect: 1
# expect: NameError
# expect: now
