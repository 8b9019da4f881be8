readings = [1, 2, 3]
for i in range(4):
    print(readings[i])

# expect: 1
# expect: 2
# expect: 3
# expect fault: IndexError: list index out of range
# expect trace: line 3 in <module>
