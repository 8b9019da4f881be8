n = 10
def f():
    n += 1
    return n
f()

# expect fault: UnboundLocalError: cannot access local variable 'n' where it is not associated with a value
# expect trace: line 5 in <module>
# expect trace: line 3 in f
