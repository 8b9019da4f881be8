# limits: text=8k
s = ''
for i in range(300):
    s += 'abcdefghij'
print(len(s), s[-3:])
# expect: 3000 hij
