import numpy  # expect error: No module named 'numpy': TinyPy has gc, host, machine, math
