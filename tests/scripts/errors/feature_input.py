name = input('name? ')  # expect error: input
