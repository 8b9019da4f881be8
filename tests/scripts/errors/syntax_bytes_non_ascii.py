x = b'é'  # expect error: bytes can only contain ASCII literal characters
