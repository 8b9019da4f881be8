else:  # expect error: invalid syntax
    pass
