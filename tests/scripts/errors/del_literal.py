del 5  # expect error: cannot delete literal
