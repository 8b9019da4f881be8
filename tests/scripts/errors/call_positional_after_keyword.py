print(sep='', 1)  # expect error: positional argument follows keyword argument
