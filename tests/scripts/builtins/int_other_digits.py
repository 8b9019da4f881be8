# differs: int() and float() read the digits 0 to 9 only
for f in (lambda: int('٣'), lambda: float('٣.٥')):
    try:
        print(f())
    except ValueError as e:
        print(e)

# expect: invalid literal for int() with base 10: '٣'
# expect: could not convert string to float: '٣.٥'
