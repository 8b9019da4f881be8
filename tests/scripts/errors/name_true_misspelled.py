while true:  # expect error: name 'true' is not defined. Did you mean: 'True'?
    pass
