# limits: floats=2k
x = 0.0
for i in range(5000):
    x += 0.5
a = [i / 2 for i in range(50)]
print(x, sum(a))
# expect: 2500.0 612.5
