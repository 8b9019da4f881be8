import helper
print(helper)  # expect error: the module 'helper' used as a value is not supported by TinyPy: name one of its attributes
