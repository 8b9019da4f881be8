a = [1, 2, 3, 4]
for x in a:
    if x < 3:
        a.append(x + 10)
print(a)
a = [1, 2, 3, 4, 5]
for x in a:
    a.remove(x)
print(a)
a = [0, 1, 2]
it = iter(a)
print(next(it))
a.clear()
print(next(it, 'end'))
a.append(9)
print(next(it, 'end'))
r = reversed([1, 2, 3])
print(next(r), list(r), list(r))

# expect: [1, 2, 3, 4, 11, 12]
# expect: [2, 4]
# expect: 0
# expect: end
# expect: end
# expect: 3 [2, 1] []
