print(globals()['x'])  # expect error: 'globals' is not supported by TinyPy
