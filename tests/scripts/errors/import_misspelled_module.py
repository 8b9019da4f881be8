import maths  # expect error: No module named 'maths': TinyPy has gc, machine, math
