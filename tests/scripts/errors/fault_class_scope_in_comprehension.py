# differs: a comprehension has no frame of its own, as from Python 3.12 on
class C:
    def helper(x):
        return x
    table = [helper(i) for i in (1, 2)]
# expect fault: NameError: name 'helper' is not defined
# expect trace: line 2 in <module>
# expect trace: line 5 in C
