y = eval('1 + 1')  # expect error: eval
