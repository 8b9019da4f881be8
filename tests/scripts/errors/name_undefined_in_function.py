def never_called():
    return missing_thing  # expect error: missing_thing
