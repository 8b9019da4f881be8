# limits: steps=5000
def g():
    try:
        while True:
            yield 1
    finally:
        print('never')
for x in g():
    pass
# expect kill: steps
