x = 'abc  # expect error: unterminated string literal
