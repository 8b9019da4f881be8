# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: 5())
tell(lambda: None())
tell(lambda: 'a'())
tell(lambda: []())
tell(lambda: {}())
tell(lambda: (1, 2)())
tell(lambda: (1.5)())
tell(lambda: True())
tell(lambda: (x for x in [])())
tell(lambda: NotImplemented())
tell(lambda: ...())
tell(lambda: b'a'())
tell(lambda: range(3)())

# expect: TypeError: 'int' object is not callable
# expect: TypeError: 'NoneType' object is not callable
# expect: TypeError: 'str' object is not callable
# expect: TypeError: 'list' object is not callable
# expect: TypeError: 'dict' object is not callable
# expect: TypeError: 'tuple' object is not callable
# expect: TypeError: 'float' object is not callable
# expect: TypeError: 'bool' object is not callable
# expect: TypeError: 'generator' object is not callable
# expect: TypeError: 'NotImplementedType' object is not callable
# expect: TypeError: 'ellipsis' object is not callable
# expect: TypeError: 'bytes' object is not callable
# expect: TypeError: 'range' object is not callable
