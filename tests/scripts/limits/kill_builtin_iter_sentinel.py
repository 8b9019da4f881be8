# limits: steps=30000
for x in iter(int, 1):
    pass
print('never')
# expect kill: steps
