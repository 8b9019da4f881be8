i = 0
while i < 3:
    j = 0
    while True:
        if j > i:
            break
        j += 1
        if j == 2:
            continue
        print(i, j)
    else:
        print('no')
    i += 1
else:
    print('outer else')
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)

# expect: 0 1
# expect: 1 1
# expect: 2 1
# expect: 2 3
# expect: outer else
# expect: 111
