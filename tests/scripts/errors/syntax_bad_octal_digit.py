x = 0o18  # expect error: invalid digit '8' in octal literal
