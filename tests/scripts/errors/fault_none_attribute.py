def find(name):
    if name == 'led':
        return 'pin 2'
print(find('led').upper())
print(find('lde').upper())

# expect: PIN 2
# expect fault: AttributeError: 'NoneType' object has no attribute 'upper'
# expect trace: line 5 in <module>
