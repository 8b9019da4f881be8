from . import helper  # expect error: relative imports are not supported by TinyPy
