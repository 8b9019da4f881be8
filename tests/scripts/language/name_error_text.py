# differs: the image does not carry the names of variables; only the host, which has the debug map, can say them
def local():
    try:
        return v
    except UnboundLocalError as e:
        return str(e)
    v = 1
def free():
    def inner():
        return w
    try:
        return inner()
    except NameError as e:
        return str(e)
    w = 1
print(local())
print(free())
# expect: cannot access local variable '#1' where it is not associated with a value
# expect: cannot access free variable '#0' where it is not associated with a value in enclosing scope
