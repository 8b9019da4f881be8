print(ord('A'), chr(66), format(5, '03d'), format(3.14159, '.2f'), format('a', '>3'), format(255, 'x'), format(True), format(None), format([1]), format(1e10), format(1234567.891, ',.2f'), format(0.5, '%'), format(-5, '='), format(5))
for spec in ('', '5', '<5', '>5', '^5', '05', '+', ' ', '#x', '#b', 'o', 'X', ',', '_', 'd', 'n', 'e', '.1f', 'g', '%', 'c', '=+6', '*^7', '*=+7', '#010x', '_b', '_x'):
    print(repr(spec), '[' + format(77, spec) + ']', '[' + format(-77, spec) + ']' if spec != 'c' else '-')

# expect: 65 B 005 3.14   a ff True None [1] 10000000000.0 1,234,567.89 50.000000% -5 5
# expect: '' [77] [-77]
# expect: '5' [   77] [  -77]
# expect: '<5' [77   ] [-77  ]
# expect: '>5' [   77] [  -77]
# expect: '^5' [ 77  ] [ -77 ]
# expect: '05' [00077] [-0077]
# expect: '+' [+77] [-77]
# expect: ' ' [ 77] [-77]
# expect: '#x' [0x4d] [-0x4d]
# expect: '#b' [0b1001101] [-0b1001101]
# expect: 'o' [115] [-115]
# expect: 'X' [4D] [-4D]
# expect: ',' [77] [-77]
# expect: '_' [77] [-77]
# expect: 'd' [77] [-77]
# expect: 'n' [77] [-77]
# expect: 'e' [7.700000e+01] [-7.700000e+01]
# expect: '.1f' [77.0] [-77.0]
# expect: 'g' [77] [-77]
# expect: '%' [7700.000000%] [-7700.000000%]
# expect: 'c' [M] -
# expect: '=+6' [+   77] [-   77]
# expect: '*^7' [**77***] [**-77**]
# expect: '*=+7' [+****77] [-****77]
# expect: '#010x' [0x0000004d] [-0x000004d]
# expect: '_b' [100_1101] [-100_1101]
# expect: '_x' [4d] [-4d]
