# limits: frames=40
def down(n):
    return n and down(n - 1)
print(down(30))
# expect: 0
