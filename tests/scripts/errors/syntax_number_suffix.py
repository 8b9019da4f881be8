x = 12abc  # expect error: invalid decimal literal
