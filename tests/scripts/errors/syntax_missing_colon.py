if True  # expect error: expected ':'
    print(1)
