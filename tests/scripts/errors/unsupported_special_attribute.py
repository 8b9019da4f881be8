def f():
    pass


print(f.__code__)  # expect error: the attribute '__code__' is not supported by TinyPy: no value has it
