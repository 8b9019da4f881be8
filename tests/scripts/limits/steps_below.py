# limits: steps=20000
total = 0
for i in range(300):
    total += i
print(total)
# expect: 44850
