x = 3j  # expect error: complex numbers are not supported
