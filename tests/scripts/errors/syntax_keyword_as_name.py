class = 5  # expect error: invalid syntax
