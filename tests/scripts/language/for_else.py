def find(x, xs):
    for i, y in enumerate(xs):
        if x == y:
            break
    else:
        return -1
    return i
print(find(3, [1, 2, 3]), find(9, [1]), find(1, []))
for i in []:
    print('no')
else:
    print('empty else')
for i in range(3):
    for j in range(3):
        if j == 1:
            break
    else:
        print('never')
        continue
    if i == 1:
        break
else:
    print('never')
print(i, j)
for i in range(3):
    continue
else:
    print('else after continue', i)

# expect: 2 -1 -1
# expect: empty else
# expect: 1 1
# expect: else after continue 2
