# limits: steps=200000
s = 'x' * 2000
for i in range(10000):
    t = s + s
print('never')
# expect kill: steps
