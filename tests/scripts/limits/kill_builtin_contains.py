# limits: steps=100000
data = [0] * 1000
n = 0
while n < 1000:
    n += 1 not in data
print('never')
# expect kill: steps
