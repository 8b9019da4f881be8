# limits: output=50
try:
    for i in range(10):
        print('123456789')
finally:
    print('never')
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect: 123456789
# expect kill: output
