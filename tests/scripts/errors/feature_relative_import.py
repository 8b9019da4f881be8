from . import helper  # expect error: relative
