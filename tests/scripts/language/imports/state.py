x = 'state x'
def read():
    return x
def set_x(v):
    global x
    x = v
def apply(f):
    return f()
