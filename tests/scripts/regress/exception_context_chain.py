def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError('second')
    except KeyError:
        raise ValueError('third') from None
try:
    chain()
except ValueError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), repr(e.__context__.__context__), e.__suppress_context__)
try:
    raise ValueError('a')
except ValueError as e:
    saved = e
try:
    try:
        raise KeyError('b')
    except KeyError:
        raise saved
except ValueError as e:
    print(e is saved, repr(e.__context__))
try:
    raise TypeError('t') from saved
except TypeError as e:
    print(repr(e.__cause__), e.__suppress_context__)
e = ValueError('x')
e.__cause__ = KeyError('manual')
print(repr(e.__cause__))

# expect: ValueError('third') None KeyError('second') ZeroDivisionError('division by zero') True
# expect: True KeyError('b')
# expect: ValueError('a') True
# expect: KeyError('manual')
