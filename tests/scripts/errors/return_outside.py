return 5  # expect error: 'return' outside function
