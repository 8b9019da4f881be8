s = 'abracadabra'
print(s.find('a'), s.find('a', 1), s.find('a', 4, 5), s.find('zz'), s.find(''), s.find('', 5), s.find('', 11), s.find('', 12), s.find('bra'), s.find('bra', 2), s.find('bra', -3))
print(s.rfind('a'), s.rfind('a', 0, 10), s.rfind('bra'), s.rfind('zz'), s.rfind(''), s.rfind('a', 8, 10), s.rfind('bra', 0, -1))
print(s.index('c'), s.rindex('b'), s.count('a'), s.count('abra'), s.count(''), s.count('a', 3), s.count('a', 1, -1), 'aaaa'.count('aa'), ''.count(''), ''.count('a'))
print('aaab'.find('aab'), 'abababc'.find('ababc'), 'é1é2'.find('2'), 'é1é2'.rfind('é'), 'abc'.find('c', None, None), 'abc'.find('b', 1, 100), 'x'.find('xyz'))
for f in (lambda: s.index('zz'), lambda: s.rindex('zz'), lambda: s.index('a', 11), lambda: s.find(5)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 0 3 -1 -1 0 5 11 -1 1 8 8
# expect: 10 7 8 -1 11 -1 1
# expect: 4 8 5 2 12 4 3 2 1 0
# expect: 1 2 3 2 2 1 -1
# expect: ValueError substring not found
# expect: ValueError substring not found
# expect: ValueError substring not found
# expect: TypeError must be str, not int
