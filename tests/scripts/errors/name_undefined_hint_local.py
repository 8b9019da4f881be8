def total(values):
    return sum(valus)  # expect error: name 'valus' is not defined. Did you mean: 'values'?
