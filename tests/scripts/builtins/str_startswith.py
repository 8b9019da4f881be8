s = 'hello world'
print(s.startswith('hello'), s.startswith('world'), s.startswith('world', 6), s.startswith(''), s.startswith('lo', 3, 5), s.startswith('low', 3, 5), s.startswith(('x', 'he')), s.startswith(()))
print(s.endswith('world'), s.endswith('hello', 0, 5), s.endswith(('d', 'x')), s.endswith(''), s.endswith('o', 0, -6), s.endswith(('a', 'b')), s.startswith('h', -11), ''.startswith(''), ''.endswith('a'))
print(s.startswith('', 11), s.startswith('', 12), 'é'.startswith('é'), 'aé'.endswith('é'), s.startswith('hello world!'))
for f in (lambda: s.startswith(5), lambda: s.endswith(['a']), lambda: s.startswith(('a', 5))):
    try:
        print(f())
    except TypeError as e:
        print(e)

# expect: True False True True True False True False
# expect: True True True True True False True True False
# expect: True False True True False
# expect: startswith first arg must be str or a tuple of str, not int
# expect: endswith first arg must be str or a tuple of str, not list
# expect: tuple for startswith must only contain str, not int
