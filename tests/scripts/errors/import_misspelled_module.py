import maths  # expect error: No module named 'maths': TinyPy has array, collections, errno, gc
