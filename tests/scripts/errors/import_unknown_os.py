import os  # expect error: os
