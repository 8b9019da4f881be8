# limits: steps=200000
s = 'a' * 5000
for i in range(1000):
    s.find('aaaaaaaaaab')
print('never')
# expect kill: steps
