counter = 0
def f():
    return conter + 1  # expect error: name 'conter' is not defined. Did you mean: 'counter'?
