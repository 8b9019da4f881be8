for s in ('hello World', 'ABC', '', "it's a dog", 'x1y', 'ñÑ straße', 'hello-world foo_bar', 'ALL 3 caps'):
    print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.isupper(), s.islower(), s.istitle()])
print('ß'.upper(), 'ÀÉÎ'.lower(), 'ΑΒΓ'.lower(), 'привет'.upper())

# expect: ['HELLO WORLD', 'hello world', 'Hello World', 'Hello world', 'HELLO wORLD', False, False, False]
# expect: ['ABC', 'abc', 'Abc', 'Abc', 'abc', True, False, False]
# expect: ['', '', '', '', '', False, False, False]
# expect: ["IT'S A DOG", "it's a dog", "It'S A Dog", "It's a dog", "IT'S A DOG", False, True, False]
# expect: ['X1Y', 'x1y', 'X1Y', 'X1y', 'X1Y', False, True, False]
# expect: ['ÑÑ STRASSE', 'ññ straße', 'Ññ Straße', 'Ññ straße', 'Ññ STRASSE', False, False, False]
# expect: ['HELLO-WORLD FOO_BAR', 'hello-world foo_bar', 'Hello-World Foo_Bar', 'Hello-world foo_bar', 'HELLO-WORLD FOO_BAR', False, True, False]
# expect: ['ALL 3 CAPS', 'all 3 caps', 'All 3 Caps', 'All 3 caps', 'all 3 CAPS', False, False, False]
# expect: SS àéî αβγ ПРИВЕТ
