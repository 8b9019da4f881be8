# limits: steps=100000
a, b = [1] * 1000, [1] * 1000
for i in range(10000):
    a == b
print('never')
# expect kill: steps
