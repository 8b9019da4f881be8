# limits: frames=60
count = 0
def f(n):
    global count
    try:
        return f(n + 1)
    except RecursionError:
        count += 1
        return n
print(f(0) > 30, count)
# expect: True 1
