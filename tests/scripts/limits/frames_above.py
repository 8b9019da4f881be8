# limits: frames=40
def down(n):
    return n and down(n - 1)
try:
    down(100)
except RecursionError as e:
    print(type(e).__name__)
print(down(20))
# expect: RecursionError
# expect: 0
