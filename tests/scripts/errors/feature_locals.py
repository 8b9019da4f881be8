def f():
    return locals()  # expect error: 'locals' is not supported by TinyPy
