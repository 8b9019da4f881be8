# limits: heap=24k
keep = {'k%d' % i: [i, str(i)] for i in range(30)}
for i in range(3000):
    junk = [str(i), [i] * 5]
print(all(keep['k%d' % i] == [i, str(i)] for i in range(30)), len(keep))
# expect: True 30
