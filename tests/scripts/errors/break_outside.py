if True:
    break  # expect error: 'break' outside loop
