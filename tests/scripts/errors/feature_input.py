name = input('name? ')  # expect error: 'input' is not supported by TinyPy
