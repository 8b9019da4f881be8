for spec in ('', '3', '6', '<6', '>6', '^6', '^7', '*<6', '.2', '6.2', '>6.1', 's', '6s', '.0', '😀^6'):
    print(repr(spec), '[' + format('abcd', spec) + ']', '[' + format('é', spec) + ']', '[' + format('', spec) + ']')
for spec in ('d', '+', ',', '06', '=6', 'x', '.2f', ' '):
    try:
        print(repr(spec), format('ab', spec))
    except ValueError as e:
        print(repr(spec), e)

# expect: '' [abcd] [é] []
# expect: '3' [abcd] [é  ] [   ]
# expect: '6' [abcd  ] [é     ] [      ]
# expect: '<6' [abcd  ] [é     ] [      ]
# expect: '>6' [  abcd] [     é] [      ]
# expect: '^6' [ abcd ] [  é   ] [      ]
# expect: '^7' [ abcd  ] [   é   ] [       ]
# expect: '*<6' [abcd**] [é*****] [******]
# expect: '.2' [ab] [é] []
# expect: '6.2' [ab    ] [é     ] [      ]
# expect: '>6.1' [     a] [     é] [      ]
# expect: 's' [abcd] [é] []
# expect: '6s' [abcd  ] [é     ] [      ]
# expect: '.0' [] [] []
# expect: '😀^6' [😀abcd😀] [😀😀é😀😀😀] [😀😀😀😀😀😀]
# expect: 'd' Unknown format code 'd' for object of type 'str'
# expect: '+' Sign not allowed in string format specifier
# expect: ',' Cannot specify ',' with 's'.
# expect: '06' ab0000
# expect: '=6' '=' alignment not allowed in string format specifier
# expect: 'x' Unknown format code 'x' for object of type 'str'
# expect: '.2f' Unknown format code 'f' for object of type 'str'
# expect: ' ' Space not allowed in string format specifier
