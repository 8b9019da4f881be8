# limits: stack=4k
def f(a, b, c, d, e, g):
    return f(a, b, c, d, e, [a, b, c, d, e, g])
try:
    f(1, 2, 3, 4, 5, 6)
except RecursionError:
    print('caught')
# expect: caught
