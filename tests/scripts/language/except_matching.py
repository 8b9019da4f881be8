def kind(exc):
    try:
        raise exc
    except (KeyError, IndexError) as e:
        return 'lookup ' + type(e).__name__
    except ArithmeticError:
        return 'arith'
    except ValueError:
        return 'value'
    except Exception as e:
        return 'other ' + type(e).__name__
    except BaseException as e:
        return 'base ' + type(e).__name__
for e in (KeyError(1), IndexError, ZeroDivisionError('z'), OverflowError(), ValueError('x'), UnicodeError('u'), TypeError, OSError('o'),
          StopIteration(3), KeyboardInterrupt(), SystemExit(2), GeneratorExit(), NotImplementedError('n'), AssertionError, AttributeError('a'), NameError('n'), RecursionError('r'), MemoryError()):
    print(kind(e))
try:
    try:
        raise KeyError('x')
    except ():
        print('never')
except KeyError:
    print('empty tuple matches nothing')
def which():
    print('evaluated')
    return ValueError
try:
    raise ValueError
except which():
    print('dynamic')
try:
    try:
        raise ValueError('x')
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    1 / 0
except:
    print('bare except')

# expect: lookup KeyError
# expect: lookup IndexError
# expect: arith
# expect: arith
# expect: value
# expect: value
# expect: other TypeError
# expect: other OSError
# expect: other StopIteration
# expect: base KeyboardInterrupt
# expect: base SystemExit
# expect: base GeneratorExit
# expect: other NotImplementedError
# expect: other AssertionError
# expect: other AttributeError
# expect: other NameError
# expect: other RecursionError
# expect: other MemoryError
# expect: empty tuple matches nothing
# expect: evaluated
# expect: dynamic
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: bare except
