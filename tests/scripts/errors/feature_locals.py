def f():
    return locals()  # expect error: locals
