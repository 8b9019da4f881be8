def reraise():
    try:
        try:
            raise ValueError('orig')
        except ValueError:
            print('logging')
            raise
    except ValueError as e:
        return e.args
print(reraise())
def helper():
    raise
def indirect():
    try:
        raise KeyError('k')
    except KeyError:
        helper()
try:
    indirect()
except KeyError as e:
    print('helper reraised', e)
def nested():
    try:
        raise ValueError('outer')
    except ValueError:
        try:
            raise KeyError('inner')
        except KeyError:
            pass
        raise
try:
    nested()
except Exception as e:
    print(repr(e))
try:
    helper()
except RuntimeError as e:
    print(e)

# expect: logging
# expect: ('orig',)
# expect: helper reraised 'k'
# expect: ValueError('outer')
# expect: No active exception to reraise
