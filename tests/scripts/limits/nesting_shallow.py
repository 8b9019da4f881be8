x = 0
for i in range(50):
    x = [x]
y = 0
for i in range(50):
    y = [y]
print(len(repr(x)), x == y, x < [1])

# expect fault: TypeError: '<' not supported between instances of 'list' and 'int'
# expect trace: line 7 in <module>
