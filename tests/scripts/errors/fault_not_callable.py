value = 5
value()

# expect fault: TypeError: 'int' object is not callable
# expect trace: line 2 in <module>
