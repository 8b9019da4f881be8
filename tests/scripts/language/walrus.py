n = 10
if (m := n * 2) > 15:
    print(m)
data = [1, 2, 3, 4]
print([y for x in data if (y := x * x) > 4], y)
i = 0
while (i := i + 1) < 3:
    print(i)
def f():
    if any((hit := v) > 2 for v in data):
        return hit
print(f(), (a := 1, b := 2), a, b)

# expect: 20
# expect: [9, 16] 16
# expect: 1
# expect: 2
# expect: 3 (1, 2) 1 2
