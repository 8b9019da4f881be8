x = 1 if True  # expect error: expected 'else' after 'if' expression
