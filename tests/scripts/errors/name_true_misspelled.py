while true:  # expect error: True
    pass
