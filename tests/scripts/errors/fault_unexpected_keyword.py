def f(a):
    return a
f(a=1, b=2)

# expect fault: TypeError: f() got an unexpected keyword argument 'b'
# expect trace: line 3 in <module>
