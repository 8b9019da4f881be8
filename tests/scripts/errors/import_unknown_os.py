import os  # expect error: No module named 'os'
