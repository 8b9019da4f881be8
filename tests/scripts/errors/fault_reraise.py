def f():
    try:
        int('z')
    except ValueError:
        print('seen')
        raise
f()

# expect: seen
# expect fault: ValueError: invalid literal for int() with base 10: 'z'
# expect trace: line 7 in <module>
# expect trace: line 3 in f
