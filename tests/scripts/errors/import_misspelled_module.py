import maths  # expect error: No module named 'maths': TinyPy has array, cmath, collections, errno, gc
