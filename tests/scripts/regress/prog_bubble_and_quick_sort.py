def bubble(a):
    a, swaps = a[:], 0
    for n in range(len(a) - 1, 0, -1):
        done = True
        for i in range(n):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swaps += 1
                done = False
        if done:
            break
    return a, swaps
def quick(a):
    if len(a) < 2:
        return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
def insertion(a):
    for i in range(1, len(a)):
        v, j = a[i], i
        while j and a[j - 1] > v:
            a[j] = a[j - 1]
            j -= 1
        a[j] = v
def bisect(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo
data = [5, 2, 9, 1, 5, 6, -3, 0]
print(bubble(data), quick(data), data)
insertion(data)
print(data, bisect(data, 5), bisect(data, 100), bisect(data, -5), [bisect(data, x) for x in data])

# expect: ([-3, 0, 1, 2, 5, 5, 6, 9], 18) [-3, 0, 1, 2, 5, 5, 6, 9] [5, 2, 9, 1, 5, 6, -3, 0]
# expect: [-3, 0, 1, 2, 5, 5, 6, 9] 4 8 0 [0, 1, 2, 3, 4, 4, 6, 7]
