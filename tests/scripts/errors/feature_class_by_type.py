A = type('A', (), {'n': 1})  # expect error: a class made by type() is not supported by TinyPy: use a class statement
