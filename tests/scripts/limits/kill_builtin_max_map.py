# limits: steps=30000
max(map(lambda x: x, range(1000000)))
print('never')
# expect kill: steps
