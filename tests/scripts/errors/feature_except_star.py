try:
    pass
except* ValueError:  # expect error: except* is not supported by TinyPy
    pass
