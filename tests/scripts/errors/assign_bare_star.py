*a = [1, 2]  # expect error: starred assignment target must be in a list or tuple
