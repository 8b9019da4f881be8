class B(bytes):  # expect error: a class that extends 'bytes' is not supported by TinyPy: keep the value in an attribute
    pass
