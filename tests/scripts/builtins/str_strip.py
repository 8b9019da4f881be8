print(repr('  a b \t\n'.strip()), repr('  a '.lstrip()), repr('  a '.rstrip()), 'xxaxx'.strip('x'), 'xyaxy'.strip('yx'), 'abc'.strip(''), 'aaa'.strip('a') == '')
print('www.example.com'.lstrip('w.'), 'file.py.py'.rstrip('.py'), 'x'.strip(None), repr('\u00a0a\u2003'.strip()), 'ñañ'.strip('ñ'), repr(' \x1f a\x1c'.strip()))
print('TestCase'.removeprefix('Test'), 'TestCase'.removesuffix('Case'), 'Test'.removeprefix('X'), 'aa'.removeprefix('a'), 'aa'.removesuffix(''), ''.removeprefix('a') == '', 'ab'.removeprefix('abc'))
try:
    'a'.strip(5)
except TypeError as e:
    print(e)

# expect: 'a b' 'a ' '  a' a a abc True
# expect: example.com file x 'a' a 'a'
# expect: Case Test Test a aa True ab
# expect: strip arg must be None or str
