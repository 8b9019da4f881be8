def never_called():
    return missing_thing  # expect error: name 'missing_thing' is not defined
