class A(metaclass=type):  # expect error: metaclass
    pass
