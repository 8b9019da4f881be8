def f():
    pass
f(1, 2)

# expect fault: TypeError: f() takes 0 positional arguments but 2 were given
# expect trace: line 3 in <module>
