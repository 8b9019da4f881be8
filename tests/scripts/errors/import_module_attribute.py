import math
print(math.squirt(2))  # expect error: module 'math' has no attribute 'squirt'
