x = 1
del x
print('gone')
del x

# expect: gone
# expect fault: NameError: name 'x' is not defined
# expect trace: line 4 in <module>
