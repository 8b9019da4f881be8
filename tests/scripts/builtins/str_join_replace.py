print(','.join(['a', 'b']), ''.join('abc'), '-'.join([]), '-'.join(['x']), ', '.join(str(i) for i in range(4)), ' '.join({'k': 1, 'l': 2}), 'é'.join('ab'), '--'.join(('a', 'b', 'c')))
print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'aaa'.replace('aa', 'x'), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), 'abc'.replace('z', 'y'), 'abc'.replace('b', ''), ''.replace('', 'x'), 'aXbX'.replace('X', 'éé'), 'a'.replace('a', 'b', 0), 'aa'.replace('a', 'b', -1))
for f in (lambda: ','.join([1]), lambda: ','.join(['a', None]), lambda: ','.join(5), lambda: ','.join(['a', b'b']), lambda: 'a'.replace('a', 1)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: a,b abc  x 0, 1, 2, 3 k l aéb a--b--c
# expect: bbb bba xa -a-b-c- -a-bc abc ac x aéébéé a bb
# expect: sequence item 0: expected str instance, int found
# expect: sequence item 1: expected str instance, NoneType found
# expect: can only join an iterable
# expect: sequence item 1: expected str instance, bytes found
# expect: replace() argument 2 must be str, not int
