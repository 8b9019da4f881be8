def f(*):  # expect error: named arguments must follow bare *
    pass
