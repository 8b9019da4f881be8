def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc()
inc(5)
print(get())
inc2, get2 = counter(100)
inc2()
print(get(), get2())

# expect: 6
# expect: 6 101
