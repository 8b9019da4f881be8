def f():
    try:
        raise ValueError('bad')
    finally:
        print('cleanup runs')
f()

# expect: cleanup runs
# expect fault: ValueError: bad
# expect trace: line 6 in <module>
# expect trace: line 3 in f
