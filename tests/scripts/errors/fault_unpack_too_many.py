a, b = 'abc'

# expect fault: ValueError: too many values to unpack (expected 2)
# expect trace: line 1 in <module>
