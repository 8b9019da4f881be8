import os.path  # expect error: os
