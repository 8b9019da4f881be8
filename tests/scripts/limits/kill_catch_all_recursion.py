# A script that swallows every exception and starts again is still stopped.
# limits: steps=200000,frames=20
def f():
    try:
        f()
    except BaseException:
        f()
f()
# expect kill: steps
