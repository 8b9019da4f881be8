s = 'añ€😀z'
print(len(s), s[1], s[3], s[-1], s[1:4], s[::-1], s.upper(), s.find('€'), s.index('😀'), '€' in s)
print([ord(c) for c in s], chr(8364), chr(0x1f600), s.encode(), s.encode().decode() == s, len(s.encode('utf-8')))
print('ÀÉ'.lower(), 'straße'.upper(), 'ñandú'.title(), 'é'.isalpha(), '٣'.isdigit(), 'Ω'.lower(), 'ж'.upper())
print('日本語'.center(9, '*'), '€'.rjust(3), f'{"é":^5}|', '%3s' % 'é', 'äöü'.replace('ö', 'o'), 'a€b€c'.split('€'), '€€'.count('€'))
print(sorted('éaz€b'), 'é' < 'z', 'é' > 'z', max('añ'), 'é' == '\u00e9', 'é' == 'e\u0301', len('e\u0301'))
d = {'ключ': 1, '鍵': 2}
print(d, d['鍵'])
nombre = 'ok'
año = 2024
print(año, nombre)

# expect: 5 ñ 😀 z ñ€😀 z😀€ña AÑ€😀Z 2 3 True
# expect: [97, 241, 8364, 128512, 122] € 😀 b'a\xc3\xb1\xe2\x82\xac\xf0\x9f\x98\x80z' True 11
# expect: àé STRASSE Ñandú True True ω Ж
# expect: ***日本語***   €   é  |   é äoü ['a', 'b', 'c'] 2
# expect: ['a', 'b', 'z', 'é', '€'] False True ñ True False 2
# expect: {'ключ': 1, '鍵': 2} 2
# expect: 2024 ok
