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
        print(e)
    y = 1
    return y
print(unbound())
def undefined():
    return later
try:
    undefined()
except NameError as e:
    print(e)
later = 'now'
print(undefined())

# expect: local global global
# expect: changed changed
# expect: cannot access local variable 'y' where it is not associated with a value
# expect: 1
# expect: name 'later' is not defined
# expect: now
