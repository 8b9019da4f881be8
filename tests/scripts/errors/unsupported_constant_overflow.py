x = 1 << 64  # expect error: this constant is too large: TinyPy integers have 64 bits
