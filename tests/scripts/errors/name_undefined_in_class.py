class A:
    x = unknown_default  # expect error: name 'unknown_default' is not defined
