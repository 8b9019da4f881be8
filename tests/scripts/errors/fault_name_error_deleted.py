x = 5
print(x)
del x
print(x)

# expect: 5
# expect fault: NameError: name 'x' is not defined
# expect trace: line 4 in <module>
