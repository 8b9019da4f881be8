def f(x):
    return x, x + 1
a, b = f(1)
print(a, b, f(2), f(3)[1])
def g():
    return 1,
print(g())
def h(*a):
    return *a, 0
print(h(1, 2))
def early(xs):
    for x in xs:
        while True:
            if x > 2:
                return x
            break
print(early([1, 2, 3, 4]), early([]))

# expect: 1 2 (2, 3) 4
# expect: (1,)
# expect: (1, 2, 0)
# expect: 3 None
