# limits: text=4k
for i in range(3000):
    s = 'item number %d of many' % i
print(s)
# expect: item number 2999 of many
