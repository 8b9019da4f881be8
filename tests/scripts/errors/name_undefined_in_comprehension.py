print([zz for x in range(3)])  # expect error: zz
