x = 'a' b'b'  # expect error: cannot mix bytes and nonbytes literals
