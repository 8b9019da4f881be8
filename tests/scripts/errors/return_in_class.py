class A:
    return 1  # expect error: 'return' outside function
