# limits: output=100
for i in range(10):
    print('123456789')
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
