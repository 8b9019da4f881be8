x = 1 \ + 2  # expect error: unexpected character after line continuation character
