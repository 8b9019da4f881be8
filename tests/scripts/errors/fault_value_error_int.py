for text in ('12', '0x10'):
    print(int(text))

# expect: 12
# expect fault: ValueError: invalid literal for int() with base 10: '0x10'
# expect trace: line 2 in <module>
