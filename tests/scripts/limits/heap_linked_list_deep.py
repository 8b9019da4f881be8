# The collector follows deep data without a stack of its own.
# limits: heap=256k
head = None
for i in range(3000):
    head = (i, head)
for i in range(3000):
    garbage = [i] * 30
n = 0
while head:
    n += head[0]
    head = head[1]
print(n)
# expect: 4498500
