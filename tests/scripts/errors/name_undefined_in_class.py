class A:
    x = unknown_default  # expect error: unknown_default
