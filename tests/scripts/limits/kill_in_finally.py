# limits: steps=5000
def f():
    try:
        return 1
    finally:
        print('finally')
        while True:
            pass
try:
    f()
finally:
    print('never')
# expect: finally
# expect kill: steps
