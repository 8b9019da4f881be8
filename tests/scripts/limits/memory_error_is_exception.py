print(issubclass(MemoryError, Exception), issubclass(RecursionError, RuntimeError), issubclass(OverflowError, ArithmeticError))
try:
    raise MemoryError('by hand')
except MemoryError as e:
    print(e)

# expect: True True True
# expect: by hand
