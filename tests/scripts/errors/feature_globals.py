print(globals()['x'])  # expect error: globals
