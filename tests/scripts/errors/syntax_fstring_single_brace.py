x = f'a } b'  # expect error: f-string: single '}' is not allowed
