# limits: steps=5000
x = [i for i in range(100000) if i < 0]
print('never')
# expect kill: steps
