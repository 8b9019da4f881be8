import os.path  # expect error: No module named 'os.path'
