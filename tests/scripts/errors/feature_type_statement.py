type X = int  # expect error: the type statement is not supported by TinyPy
