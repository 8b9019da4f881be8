x = 9223372036854775808  # expect error: integer literal is too large
