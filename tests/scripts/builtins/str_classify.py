for s in ('abc', 'ABC', '123', 'a1', ' ', '', 'a b', '\t\n', '1.5', 'é', '½', '²', '_x', '1x', 'Abc Def', '日本', '٣'):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.isidentifier(), s.isascii(), s.isdecimal(), s.isnumeric(), s.istitle(), s.isprintable())

# expect: 'abc' True False True False False True True True False False False True
# expect: 'ABC' True False True False True False True True False False False True
# expect: '123' False True True False False False False True True True False True
# expect: 'a1' False False True False False True True True False False False True
# expect: ' ' False False False True False False False True False False False True
# expect: '' False False False False False False False True False False False True
# expect: 'a b' False False False False False True False True False False False True
# expect: '\t\n' False False False True False False False True False False False False
# expect: '1.5' False False False False False False False True False False False True
# expect: 'é' True False True False False True True False False False False True
# expect: '½' False False True False False False False False False True False True
# expect: '²' False True True False False False False False False True False True
# expect: '_x' False False False False False True True True False False False True
# expect: '1x' False False True False False True False True False False False True
# expect: 'Abc Def' False False False False False False False True False False True True
# expect: '日本' True False True False False False True False False False False True
# expect: '٣' False True True False False False False False True True False True
