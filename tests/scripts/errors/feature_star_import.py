from math import *  # expect error: *
