def outer():
    def inner():
        return v
    inner()
    v = 1
outer()

# expect fault: NameError: cannot access free variable 'v' where it is not associated with a value in enclosing scope
# expect trace: line 6 in <module>
# expect trace: line 4 in outer
# expect trace: line 3 in inner
