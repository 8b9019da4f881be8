import numpy  # expect error: No module named 'numpy': TinyPy has array, collections, errno, gc
