for x in 5:
    print(x)

# expect fault: TypeError: 'int' object is not iterable
# expect trace: line 1 in <module>
