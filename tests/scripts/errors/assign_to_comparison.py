a = 1
a == 1 = 2  # expect error: cannot assign to comparison
