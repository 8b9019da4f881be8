def f():
    x = 1
    def g():
        global x
        nonlocal x  # expect error: name 'x' is nonlocal and global
