def f():
    class Local(ValueError):
        pass
    raise Local('inside')
f()

# expect fault: Local: inside
# expect trace: line 5 in <module>
# expect trace: line 4 in f
