from math import *  # expect error: 'import *' is not supported by TinyPy
