pairs = [(KeyError, LookupError), (IndexError, LookupError), (LookupError, Exception), (ZeroDivisionError, ArithmeticError),
         (OverflowError, ArithmeticError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError), (UnicodeError, ValueError),
         (UnboundLocalError, NameError), (Exception, BaseException), (SystemExit, BaseException), (KeyboardInterrupt, BaseException),
         (GeneratorExit, BaseException), (StopIteration, Exception), (MemoryError, Exception), (AssertionError, Exception), (TypeError, Exception), (OSError, Exception)]
for sub, base in pairs:
    print(sub.__name__, issubclass(sub, base), issubclass(base, sub), sub.__bases__[0] is base)
print(issubclass(SystemExit, Exception), issubclass(KeyboardInterrupt, Exception), issubclass(GeneratorExit, Exception))

# expect: KeyError True False True
# expect: IndexError True False True
# expect: LookupError True False True
# expect: ZeroDivisionError True False True
# expect: OverflowError True False True
# expect: RecursionError True False True
# expect: NotImplementedError True False True
# expect: UnicodeError True False True
# expect: UnboundLocalError True False True
# expect: Exception True False True
# expect: SystemExit True False True
# expect: KeyboardInterrupt True False True
# expect: GeneratorExit True False True
# expect: StopIteration True False True
# expect: MemoryError True False True
# expect: AssertionError True False True
# expect: TypeError True False True
# expect: OSError True False True
# expect: False False False
