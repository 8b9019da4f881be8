inf = float('inf')
nan = float('nan')
print(inf, -inf, nan, inf - inf, inf * 0, inf + 1, inf > 1e308, nan == nan, nan != nan, nan < 1)
print(1e308 * 10, -1e308 * 10, 5e-324 / 2, -0.0 == 0.0, 1 / inf, -1 / inf)
print(float('-inf'), float('Infinity'), float(' nan '), float('+1.5'), float('1e3'), float('.5'), float('5.'), float('1_0.5'))
print(min(1.0, nan), max(nan, 1.0), nan in [nan], [nan] == [nan], inf // 1, inf == inf)
for text in ('', 'abc', '1.5.2', '1e', '0x10', 'in'):
    try:
        float(text)
    except ValueError as e:
        print(e)

# expect: inf -inf nan nan nan inf True False True False
# expect: inf -inf 0.0 True 0.0 -0.0
# expect: -inf inf nan 1.5 1000.0 0.5 5.0 10.5
# expect: 1.0 nan True True nan True
# expect: could not convert string to float: ''
# expect: could not convert string to float: 'abc'
# expect: could not convert string to float: '1.5.2'
# expect: could not convert string to float: '1e'
# expect: could not convert string to float: '0x10'
# expect: could not convert string to float: 'in'
