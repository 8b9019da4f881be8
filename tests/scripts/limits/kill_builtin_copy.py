# limits: steps=100000
a = list(range(1000))
for i in range(100000):
    b = a[:]
print('never')
# expect kill: steps
