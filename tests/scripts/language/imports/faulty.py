def fail(n):
    return inner(n)
def inner(n):
    return 10 // n
