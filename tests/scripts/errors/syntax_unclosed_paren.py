print((1 + 2)  # expect error: '(' was never closed
x = 3
