# limits: frames=20
def f():
    f()
print('start')
f()
# expect: start
# expect fault: RecursionError: maximum recursion depth exceeded
