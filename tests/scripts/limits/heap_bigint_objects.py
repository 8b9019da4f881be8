# limits: heap=16k
total = 0
for i in range(5000):
    total += 4611686018427 + i
print(total)
# expect: 23058430104632500
