def f(*a, **k):
    return len(a), len(k)
print(f(*range(200)), f(**{'k%d' % i: i for i in range(50)}))
print(max(*range(100)), len([*range(100), *range(100)]))

# expect: (200, 0) (0, 50)
# expect: 99 200
