def f(x):
    global x  # expect error: name 'x' is parameter and global
