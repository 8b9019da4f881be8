counter = 0
def f():
    return conter + 1  # expect error: counter
