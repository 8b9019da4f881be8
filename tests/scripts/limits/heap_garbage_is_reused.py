# limits: heap=16k
for i in range(5000):
    x = [i, i + 1, (i, i)]
    d = {i: x}
print(d)
# expect: {4999: [4999, 5000, (4999, 4999)]}
