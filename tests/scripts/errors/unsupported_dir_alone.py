print(dir())  # expect error: dir() without an argument is not supported by TinyPy
