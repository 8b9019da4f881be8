parts = ['a', 1]
print('-'.join(parts))

# expect fault: TypeError: sequence item 1: expected str instance, int found
# expect trace: line 2 in <module>
