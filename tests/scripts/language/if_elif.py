def grade(n):
    if n >= 90:
        return 'A'
    elif n >= 80:
        return 'B'
    elif n >= 70:
        return 'C'
    else:
        return 'F'
print([grade(n) for n in (95, 90, 89, 75, 10)])
if 0: print('no')
elif '': print('no')
else: print('else')
if 1: print('a'); print('b')
if True:
    if False:
        print('x')
    else:
        print('inner else')
if not None and (1, ) and 'x': print('truthy')
if (1
    and 2):
    print('continued')
x = 3
if x == 1 \
   or x == 3:
    print('backslash')

# expect: ['A', 'A', 'B', 'C', 'F']
# expect: else
# expect: a
# expect: b
# expect: inner else
# expect: truthy
# expect: continued
# expect: backslash
