# The signs of // and %, and their identity with divmod.
for a in (7, -7, 0, 1, -1):
    for b in (2, -2, 3, -3, 7, -7):
        q, r = a // b, a % b
        print(a, b, q, r, q * b + r == a, divmod(a, b) == (q, r))

# expect: 7 2 3 1 True True
# expect: 7 -2 -4 -1 True True
# expect: 7 3 2 1 True True
# expect: 7 -3 -3 -2 True True
# expect: 7 7 1 0 True True
# expect: 7 -7 -1 0 True True
# expect: -7 2 -4 1 True True
# expect: -7 -2 3 -1 True True
# expect: -7 3 -3 2 True True
# expect: -7 -3 2 -1 True True
# expect: -7 7 -1 0 True True
# expect: -7 -7 1 0 True True
# expect: 0 2 0 0 True True
# expect: 0 -2 0 0 True True
# expect: 0 3 0 0 True True
# expect: 0 -3 0 0 True True
# expect: 0 7 0 0 True True
# expect: 0 -7 0 0 True True
# expect: 1 2 0 1 True True
# expect: 1 -2 -1 -1 True True
# expect: 1 3 0 1 True True
# expect: 1 -3 -1 -2 True True
# expect: 1 7 0 1 True True
# expect: 1 -7 -1 -6 True True
# expect: -1 2 -1 1 True True
# expect: -1 -2 0 -1 True True
# expect: -1 3 -1 2 True True
# expect: -1 -3 0 -1 True True
# expect: -1 7 -1 6 True True
# expect: -1 -7 0 -1 True True
