a = 1
b = 2
a + b = 3  # expect error: cannot assign to expression
