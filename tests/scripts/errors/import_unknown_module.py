import numpy  # expect error: numpy
