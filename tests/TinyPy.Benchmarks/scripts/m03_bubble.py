def run(n):
    a = []
    x = 7
    i = 0
    while i < n:
        x = (x * 171 + 11213) % 53125
        a.append(x)
        i += 1
    swaps = 0
    for i in range(n):
        for j in range(n - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swaps += 1
    return swaps

print(run(300))
