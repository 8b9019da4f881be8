f'{1}' = 2  # expect error: cannot assign to f-string expression
