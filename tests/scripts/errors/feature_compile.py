c = compile('1', 'x', 'eval')  # expect error: 'compile' is not supported by TinyPy
