del nothing  # expect error: nothing
