f = open('data.txt')  # expect error: 'open' is not supported by TinyPy
