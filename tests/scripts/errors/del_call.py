del print()  # expect error: cannot delete function call
