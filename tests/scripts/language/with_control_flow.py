class CM:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        print('exit', a[0] is None)
def f():
    with CM():
        return 'ret'
print(f())
for i in range(3):
    with CM():
        if i == 0:
            continue
        if i == 1:
            break
    print('never for 0')
print(i)
def g():
    with CM():
        with CM():
            try:
                return 1
            finally:
                print('fin')
print(g())
def h():
    while True:
        with CM():
            try:
                raise ValueError
            except ValueError:
                break
    return 'out'
print(h())

# expect: exit True
# expect: ret
# expect: exit True
# expect: exit True
# expect: 1
# expect: fin
# expect: exit True
# expect: exit True
# expect: 1
# expect: exit True
# expect: out
