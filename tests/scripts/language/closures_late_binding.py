fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make():
    out = []
    for k in range(3):
        def g():
            return k
        out.append(g)
    k = 'after'
    return out
print([g() for g in make()])
def outer():
    def inner():
        return v
    v = 1
    a = inner()
    v = 2
    return a, inner()
print(outer())

# expect: [2, 2, 2]
# expect: [0, 1, 2]
# expect: ['after', 'after', 'after']
# expect: (1, 2)
