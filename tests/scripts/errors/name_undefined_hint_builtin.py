pritn('hello')  # expect error: print
