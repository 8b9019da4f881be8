def f(a, b=10, c=20):
    return a, b, c
print(f(1), f(1, 2), f(1, c=3), f(b=5, a=4), f(*[7, 8], **{'c': 9}))
def bad(x, acc=[]):
    acc.append(x)
    return acc
print(bad(1), bad(2), bad(3, []), bad(4))
n = 1
def g(x=n):
    return x
n = 2
print(g())
def order(a=print('default evaluated')):
    return a
print(order())

# expect: (1, 10, 20) (1, 2, 20) (1, 10, 3) (4, 5, 20) (7, 8, 9)
# expect: [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
# expect: 1
# expect: default evaluated
# expect: None
