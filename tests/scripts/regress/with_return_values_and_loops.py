log = []
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): log.append('+' + self.name); return self
    def __exit__(self, *a): log.append('-' + self.name); return self.swallow
def f():
    for i in range(3):
        with CM('a%d' % i), CM('b%d' % i, i == 1):
            if i == 0: continue
            if i == 1: raise ValueError
            return [i for i in range(i)]
print(f(), log)
log.clear()
def g():
    with CM('outer', True):
        try:
            with CM('inner'):
                return 1 / 0
        finally:
            log.append('fin')
    return 'swallowed'
print(g(), log)
log.clear()
def h():
    while True:
        with CM('w'):
            try:
                break
            finally:
                log.append('f')
    return log
print(h())

# expect: [0, 1] ['+a0', '+b0', '-b0', '-a0', '+a1', '+b1', '-b1', '-a1', '+a2', '+b2', '-b2', '-a2']
# expect: swallowed ['+outer', '+inner', '-inner', 'fin', '-outer']
# expect: ['+w', 'f', '-w']
