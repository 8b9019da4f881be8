x = 1
exec('x = 2')  # expect error: 'exec' is not supported by TinyPy
