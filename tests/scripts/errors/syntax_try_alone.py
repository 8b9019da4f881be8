try:
    x = 1
y = 2  # expect error: expected 'except' or 'finally' block
