def twice(f):
    def wrapper(*a):
        f(*a)
        return f(*a)
    return wrapper
@twice
def inv(x):
    print(1 / x)
inv(4)
inv(0)

# expect: 0.25
# expect: 0.25
# expect fault: ZeroDivisionError: division by zero
# expect trace: line 10 in <module>
# expect trace: line 3 in wrapper
# expect trace: line 8 in inv
