if True:
        x = 1
    y = 2  # expect error: unindent does not match any outer indentation level
