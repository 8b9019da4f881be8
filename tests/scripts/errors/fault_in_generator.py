def gen():
    yield 1
    yield int('x')
for v in gen():
    print(v)

# expect: 1
# expect fault: ValueError: invalid literal for int() with base 10: 'x'
# expect trace: line 4 in <module>
# expect trace: line 3 in gen
