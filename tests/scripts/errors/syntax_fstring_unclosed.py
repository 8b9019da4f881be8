x = f'{1'  # expect error: f-string: expecting '}'
