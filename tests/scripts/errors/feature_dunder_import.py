m = __import__('math')  # expect error: '__import__' is not supported by TinyPy
