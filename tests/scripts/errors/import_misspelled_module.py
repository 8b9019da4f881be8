import maths  # expect error: math
