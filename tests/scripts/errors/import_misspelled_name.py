from math import sqr  # expect error: cannot import name 'sqr' from 'math'. Did you mean: 'sqrt'?
