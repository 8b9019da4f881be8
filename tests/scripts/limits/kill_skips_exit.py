# limits: steps=5000
class CM:
    def __enter__(self):
        print('enter')
    def __exit__(self, *a):
        print('never')
        return True
with CM():
    while True:
        pass
# expect: enter
# expect kill: steps
