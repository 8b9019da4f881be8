# differs: integers have 64 bits
x = 9223372036854775807
print(x)
x + 1
# expect: 9223372036854775807
# expect fault: OverflowError: integer result does not fit 64 bits
# expect trace: line 4 in <module>
