print('5'.zfill(3), '-5'.zfill(4), '+5'.zfill(4), 'abc'.zfill(2), ''.zfill(2), '--5'.zfill(5), '-'.zfill(3))
for w in (0, 3, 4, 5, 6, 7):
    print(['ab'.center(w), 'abc'.center(w, '*'), 'ab'.ljust(w, '.'), 'ab'.rjust(w, '.')])
print('a\tb'.expandtabs(), 'a\tb'.expandtabs(4), '\t|'.expandtabs(2), 'ab\tc\nd\te'.expandtabs(4), 'a\tb'.expandtabs(0), '12345678\tx'.expandtabs(tabsize=8), 'é'.center(5, 'ñ'))
for f in (lambda: 'a'.center(5, 'xy'), lambda: 'a'.ljust(5, ''), lambda: 'a'.rjust('5'), lambda: 'a'.zfill(1.0)):
    try:
        f()
    except TypeError as e:
        print(e)

# expect: 005 -005 +005 abc 00 -00-5 -00
# expect: ['ab', 'abc', 'ab', 'ab']
# expect: [' ab', 'abc', 'ab.', '.ab']
# expect: [' ab ', 'abc*', 'ab..', '..ab']
# expect: ['  ab ', '*abc*', 'ab...', '...ab']
# expect: ['  ab  ', '*abc**', 'ab....', '....ab']
# expect: ['   ab  ', '**abc**', 'ab.....', '.....ab']
# expect: a       b a   b   | ab  c
# expect: d   e ab 12345678        x ññéññ
# expect: The fill character must be exactly one character long
# expect: The fill character must be exactly one character long
# expect: 'str' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
