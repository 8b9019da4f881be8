class T:
    @property
    def value(self):
        return self._v
t = T()
t.value

# expect fault: AttributeError: 'T' object has no attribute '_v'
# expect trace: line 6 in <module>
# expect trace: line 4 in value
