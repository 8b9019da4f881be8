# limits: steps=20000
print('start')
i = 0
while True:
    i += 1
# expect: start
# expect kill: steps
