x = 1
yield x  # expect error: 'yield' outside function
