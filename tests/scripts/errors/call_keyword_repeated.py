print(1, sep='', sep='-')  # expect error: keyword argument repeated: sep
