*a, *b = [1, 2]  # expect error: multiple starred expressions in assignment
