for True in [1]:  # expect error: cannot assign to True
    pass
