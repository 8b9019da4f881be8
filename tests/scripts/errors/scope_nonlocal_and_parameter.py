def f():
    x = 1
    def g(x):
        nonlocal x  # expect error: name 'x' is parameter and nonlocal
