s = 0
i = 1
while i <= 200000:
    s += i
    i += 1

print(s)
