# limits: output=30
while True:
    print('ab\ncd\nef\n12')
# expect: ab
# expect: cd
# expect: ef
# expect: 12
# expect: ab
# expect: cd
# expect: ef
# expect: 12
# expect kill: output
