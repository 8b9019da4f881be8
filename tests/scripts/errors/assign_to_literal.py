1 = x  # expect error: cannot assign to literal
