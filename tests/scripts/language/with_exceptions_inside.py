class CM:
    def __init__(self, at):
        self.at = at
    def __enter__(self):
        if self.at == 'enter':
            raise RuntimeError('in enter')
        return self
    def __exit__(self, t, v, tb):
        print('exit runs', t.__name__ if t else None)
        if self.at == 'exit':
            raise RuntimeError('in exit')
        if self.at == 'reraise':
            raise v
        return self.at == 'true'
for at in ('enter', 'exit', 'none', 'reraise', 'true'):
    try:
        with CM(at):
            print('body', at)
            raise ValueError('body error')
        print('swallowed')
    except Exception as e:
        print(type(e).__name__, e, type(e.__context__).__name__)
try:
    with CM('none'), CM('enter'):
        print('never')
except RuntimeError as e:
    print(e)
class Half:
    def __enter__(self): pass
for o in (5, Half()):
    try:
        with o:
            pass
    except TypeError as e:
        print(e)

# expect: RuntimeError in enter NoneType
# expect: body exit
# expect: exit runs ValueError
# expect: RuntimeError in exit ValueError
# expect: body none
# expect: exit runs ValueError
# expect: ValueError body error NoneType
# expect: body reraise
# expect: exit runs ValueError
# expect: ValueError body error NoneType
# expect: body true
# expect: exit runs ValueError
# expect: swallowed
# expect: exit runs RuntimeError
# expect: in enter
# expect: 'int' object does not support the context manager protocol
# expect: 'Half' object does not support the context manager protocol (missed __exit__ method)
