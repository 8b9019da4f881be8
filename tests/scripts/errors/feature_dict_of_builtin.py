print(int.__dict__)  # expect error: the attribute '__dict__' of a builtin type is not supported by TinyPy: use dir()
