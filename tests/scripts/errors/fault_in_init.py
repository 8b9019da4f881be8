class A:
    def __init__(self, v):
        self.v = v.strip()
A(' x ')
A(5)

# expect fault: AttributeError: 'int' object has no attribute 'strip'
# expect trace: line 5 in <module>
# expect trace: line 3 in __init__
