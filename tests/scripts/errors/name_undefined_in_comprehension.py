print([zz for x in range(3)])  # expect error: name 'zz' is not defined
