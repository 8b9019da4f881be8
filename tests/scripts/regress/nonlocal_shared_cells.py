def make():
    n = 0
    log = []
    def a():
        nonlocal n
        n += 1
        log.append(('a', n))
    def b():
        nonlocal n
        n *= 10
        log.append(('b', n))
    def c():
        return n, log
    return a, b, c
a, b, c = make()
a(); b(); a()
print(c())
a2, b2, c2 = make()
b2()
print(c2(), c()[0])
def loop():
    fs = []
    for i in range(3):
        def f(j=i):
            nonlocal i
            i += j
            return i
        fs.append(f)
    return [f() for f in fs]
print(loop())
def param(x):
    def inc():
        nonlocal x
        x += 1
        return x
    inc()
    return x, inc(), x
print(param(5))
def exc():
    try:
        1 / 0
    except ZeroDivisionError as e:
        msg = lambda: str(e) + '!'
        r = msg()
    return r
print(exc())

# expect: (11, [('a', 1), ('b', 10), ('a', 11)])
# expect: (0, [('b', 0)]) 11
# expect: [2, 3, 5]
# expect: (6, 7, 7)
# expect: division by zero!
