f() = 1  # expect error: cannot assign to function call
