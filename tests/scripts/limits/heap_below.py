# limits: heap=64k
a = []
for i in range(2000):
    a.append(i)
print(len(a), sum(a))
# expect: 2000 1999000
