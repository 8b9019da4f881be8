# limits: steps=50000
any(x < 0 for x in range(1000000000))
print('never')
# expect kill: steps
