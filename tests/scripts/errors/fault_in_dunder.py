class V:
    def __init__(self, x):
        self.x = x
    def __add__(self, o):
        return V(self.x + o.x)
print((V(1) + V(2)).x)
V(1) + 5

# expect: 3
# expect fault: AttributeError: 'int' object has no attribute 'x'
# expect trace: line 7 in <module>
# expect trace: line 5 in __add__
