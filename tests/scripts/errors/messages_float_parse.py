# What CPython says: types and texts of exceptions.
def tell(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


tell(lambda: float(''))
tell(lambda: float('a'))
tell(lambda: float('1.5.2'))
tell(lambda: float('1e'))
tell(lambda: float('e5'))
tell(lambda: float(' 1.5 '))
tell(lambda: float('1 5'))
tell(lambda: float('1_0.0_1'))
tell(lambda: float('1__0'))
tell(lambda: float('_1'))
tell(lambda: float('infinit'))
tell(lambda: float('-Infinity'))
tell(lambda: float('nanx'))
tell(lambda: float(None))
tell(lambda: float([]))
tell(lambda: float('1,5'))
tell(lambda: float(b'2.5'))
tell(lambda: float(b'x'))
tell(lambda: float({}))
tell(lambda: float('\t'))
tell(lambda: float(1, 2))
tell(lambda: float(x=1))
tell(lambda: float('+'))
tell(lambda: float('.'))
tell(lambda: float('1.'))
tell(lambda: float('.5e-3'))
tell(lambda: float("it's"))
tell(lambda: float(1j))

# expect: ValueError: could not convert string to float: ''
# expect: ValueError: could not convert string to float: 'a'
# expect: ValueError: could not convert string to float: '1.5.2'
# expect: ValueError: could not convert string to float: '1e'
# expect: ValueError: could not convert string to float: 'e5'
# expect: 1.5
# expect: ValueError: could not convert string to float: '1 5'
# expect: 10.01
# expect: ValueError: could not convert string to float: '1__0'
# expect: ValueError: could not convert string to float: '_1'
# expect: ValueError: could not convert string to float: 'infinit'
# expect: -inf
# expect: ValueError: could not convert string to float: 'nanx'
# expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
# expect: TypeError: float() argument must be a string or a real number, not 'list'
# expect: ValueError: could not convert string to float: '1,5'
# expect: 2.5
# expect: ValueError: could not convert string to float: b'x'
# expect: TypeError: float() argument must be a string or a real number, not 'dict'
# expect: ValueError: could not convert string to float: '\t'
# expect: TypeError: float expected at most 1 argument, got 2
# expect: TypeError: float() takes no keyword arguments
# expect: ValueError: could not convert string to float: '+'
# expect: ValueError: could not convert string to float: '.'
# expect: 1.0
# expect: 0.0005
# expect: ValueError: could not convert string to float: "it's"
# expect: TypeError: float() argument must be a string or a real number, not 'complex'
