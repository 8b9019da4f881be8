class CM:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        print('exit')
with CM():
    raise OSError(5, 'bus')

# expect: exit
# expect fault: OSError: [Errno 5] bus
# expect trace: line 7 in <module>
