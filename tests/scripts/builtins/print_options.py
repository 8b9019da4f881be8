print(1, 2, 3, sep='-')
print('a', end='')
print('b', end='|\n')
print()
print('x', 'y', sep='')
print(sep='-')
print('one', 2, 3.0, None, True, [1, 'a'], ('t',), {'k': 'v'})
print('multi\nline')
print(*[1, 2, 3])
print(*'abc', sep=', ')
print('a', 'b', sep=None, end=None)
print('tab\there', "quote'd", 'é€')
print(print('inner'))
print('', '', 'x', sep='.')
for f in (lambda: print(1, sep=5), lambda: print(1, end=3), lambda: print(1, foo=2)):
    try:
        f()
    except TypeError as e:
        print(e)
print('last', end='')

# expect: 1-2-3
# expect: ab|
# expect:
# expect: xy
# expect:
# expect: one 2 3.0 None True [1, 'a'] ('t',) {'k': 'v'}
# expect: multi
# expect: line
# expect: 1 2 3
# expect: a, b, c
# expect: a b
# expect: tab	here quote'd é€
# expect: inner
# expect: None
# expect: ..x
# expect: sep must be None or a string, not int
# expect: end must be None or a string, not int
# expect: 'foo' is an invalid keyword argument for print()
# expect: last
