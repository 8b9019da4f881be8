# limits: frames=30
def walk(n):
    if n:
        yield n
        yield from walk(n - 1)
print(sum(walk(10)))
try:
    print(sum(walk(200)))
except RecursionError:
    print('too deep')
# expect: 55
# expect: too deep
