def total(values):
    return sum(valus)  # expect error: values
