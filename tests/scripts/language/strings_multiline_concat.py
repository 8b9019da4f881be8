text = '''line one
  line two
'''
print(text, end='')
print(text.splitlines())
s = ('one '
     'two '
     'three')
print(s)
print('a' + 'b' * 3 + 'c', 'ab' * 0, 'ab' * -1, 3 * 'x', '-' * 10)
t = ''
for w in s.split():
    t += w[0]
    t = t + '.'
print(t)
for f in (lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 'b', lambda: 'a' * 1.5, lambda: 'a' - 'b', lambda: 'a' + b'b', lambda: b'a' + 'b', lambda: -'a', lambda: 'a' in 5, lambda: 5 in 'a', lambda: 'a' + None):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: line one
# expect:   line two
# expect: ['line one', '  line two']
# expect: one two three
# expect: abbbc   xxx ----------
# expect: o.t.t.
# expect: can only concatenate str (not "int") to str
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: can't multiply sequence by non-int of type 'str'
# expect: can't multiply sequence by non-int of type 'float'
# expect: unsupported operand type(s) for -: 'str' and 'str'
# expect: can only concatenate str (not "bytes") to str
# expect: can't concat str to bytes
# expect: bad operand type for unary -: 'str'
# expect: argument of type 'int' is not iterable
# expect: 'in <string>' requires string as left operand, not int
# expect: can only concatenate str (not "NoneType") to str
