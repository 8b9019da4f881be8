# limits: steps=20000
n = [0]
def key(x):
    n[0] += 1
    return -x
while True:
    sorted(range(50), key=key)
# expect kill: steps
