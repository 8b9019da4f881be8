# limits: steps=5000
class A:
    def __repr__(self):
        while True:
            pass
try:
    print([A()])
finally:
    print('never')
# expect kill: steps
