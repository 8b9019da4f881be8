def g():
    yield 1


t = g()
t.pend_throw(ValueError())  # expect error: the attribute 'pend_throw' is not supported by TinyPy: use throw()
