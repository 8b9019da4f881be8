from math import sqr  # expect error: sqr
