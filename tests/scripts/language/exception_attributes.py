e = ValueError('a', 1)
print(e.args, str(e), repr(e), isinstance(e, Exception))
print(repr(ValueError()), str(ValueError()), repr(KeyError('k')), str(KeyError('k')), str(KeyError('a', 'b')), repr(ValueError('it\'s')))
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit('x').code)
e.extra = 'attached'
print(e.extra, e.__class__.__name__)
o = OSError(2, 'No such file')
print(o, o.errno, o.args)
try:
    {}['missing']
except KeyError as k:
    print(k.args[0], k)
e.args = ('changed',)
print(e)
try:
    raise e
except ValueError as f:
    print(f is e)

# expect: ('a', 1) ('a', 1) ValueError('a', 1) True
# expect: ValueError()  KeyError('k') 'k' ('a', 'b') ValueError("it's")
# expect: 5 None 3 None x
# expect: attached ValueError
# expect: [Errno 2] No such file 2 (2, 'No such file')
# expect: missing 'missing'
# expect: changed
# expect: True
