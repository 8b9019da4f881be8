class A(metaclass=type):  # expect error: metaclasses are not supported by TinyPy
    pass
