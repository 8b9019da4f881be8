x = 012  # expect error: leading zeros in decimal integer literals are not permitted
