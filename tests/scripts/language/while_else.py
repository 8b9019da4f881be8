n = 0
while n < 3:
    print(n)
    n += 1
else:
    print('done', n)
while True:
    n -= 1
    if n == 1:
        break
else:
    print('never')
print(n)
while n < 10:
    n += 1
    if n % 2:
        continue
    if n == 8:
        break
    print('even', n)
else:
    print('never')
print(n)
while 0:
    pass
else:
    print('else of no loop')

# expect: 0
# expect: 1
# expect: 2
# expect: done 3
# expect: 1
# expect: even 2
# expect: even 4
# expect: even 6
# expect: 8
# expect: else of no loop
