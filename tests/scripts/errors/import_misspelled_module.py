import maths  # expect error: No module named 'maths': TinyPy has gc, host, machine, math
