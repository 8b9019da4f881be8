x = 3
assert x > 5

# expect fault: AssertionError
# expect trace: line 2 in <module>
