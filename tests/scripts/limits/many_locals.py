def f():
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = 1
    b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = b8 = b9 = 2
    c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = 3
    d0, d1, d2, d3, d4, d5, d6, d7, d8, d9 = range(10)
    e = lambda: a9 + b9 + c9 + d9
    return sum([a0, a1, b5, c5, d9, e()])
print(f())

# expect: 31
