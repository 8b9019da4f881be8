print(b'%d' % 3)  # expect error: % on bytes is not supported by TinyPy: format a str and encode it
