y = eval('1 + 1')  # expect error: 'eval' is not supported by TinyPy
