None = 5  # expect error: cannot assign to None
