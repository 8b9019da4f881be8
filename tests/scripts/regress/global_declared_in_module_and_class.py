global g
g = 1
class A:
    global made_in_class
    made_in_class = 'yes'
    def m(self):
        global made_in_method
        made_in_method = 2
def outer():
    g = 'outer'
    def inner():
        global g
        g += 1
        return g
    return inner(), g
print(outer(), g, made_in_class)
A().m()
print(made_in_method)
for i in range(2):
    def f():
        global i
        i = 'f'
f()
print(i)
def swap():
    global a, b
    a, b = 1, 2
    a, b = b, a
swap()
print(a, b)
def loop():
    global n
    for n in range(3): pass
    with_global = [n for _ in range(2)]
    return with_global
print(loop(), n)

# expect: (2, 'outer') 2 yes
# expect: 2
# expect: f
# expect: 2 1
# expect: [2, 2] 2
