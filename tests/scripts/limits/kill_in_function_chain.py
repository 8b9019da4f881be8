# limits: burst=8000
def a(n):
    return b(n + 1)
def b(n):
    return n
x = 0
try:
    while x >= 0:
        x = a(x)
except Exception:
    print('never')
# expect kill: burst
