x = 0
for i in range(50):
    x = [x]
y = 0
for i in range(50):
    y = [y]
print(len(repr(x)), x == y, len(str(y)))

# expect: 101 True 101
