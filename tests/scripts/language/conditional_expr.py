def f(n):
    return 'neg' if n < 0 else 'zero' if n == 0 else 'pos'
print(f(-1), f(0), f(1))
def side(x):
    print('side', x)
    return x
r = side(1) if side(0) else side(2)
print(r)
print([i if i % 2 else -i for i in range(6)], {('e' if k % 2 == 0 else 'o'): k for k in range(4)})
print((1 if 1 else 2, 3), (lambda: 1 if 0 else 5)())
x = y = 3
x = x if x > y else y + 1
print(x, y)

# expect: neg zero pos
# expect: side 0
# expect: side 2
# expect: 2
# expect: [0, 1, -2, 3, -4, 5] {'e': 2, 'o': 3}
# expect: (1, 3) 5
# expect: 4 3
