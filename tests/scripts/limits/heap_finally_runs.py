# A MemoryError is an ordinary exception: finally runs.
# limits: heap=16k
def f():
    a = []
    try:
        while True:
            a += [0] * 100
    finally:
        a = None
        print('finally')
f()
# expect: finally
# expect fault: MemoryError
# expect trace: line 11 in <module>
# expect trace: line 7 in f
