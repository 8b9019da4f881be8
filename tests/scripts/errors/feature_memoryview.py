m = memoryview(b'abc')  # expect error: 'memoryview' is not supported by TinyPy
