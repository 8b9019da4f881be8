print('hello'.translate({ord('l'): 'L', ord('h'): None, ord('o'): 48}), 'abc'.translate({}), 'abc'.translate(str.maketrans('ab', 'xy')), 'a-b-c'.translate(str.maketrans('', '', '-')), 'abc'.translate(str.maketrans({'a': '1', 'b': None})))
print('{x} {y}'.format_map({'x': 1, 'y': 2}), 'ÀB'.casefold(), 'abc'.maketrans('a', 'b'))

# expect: eLL0 abc xyc abc 1c
# expect: 1 2 àb {97: 98}
