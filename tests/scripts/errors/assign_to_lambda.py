(lambda: 1) = 2  # expect error: cannot assign to lambda
