import numpy  # expect error: No module named 'numpy': TinyPy has array, cmath, collections, errno, gc
