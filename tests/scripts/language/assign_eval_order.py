log = []
def t(n, v=None):
    log.append(n)
    return v if v is not None else n
d = {}
d[t('key')] = t('value')
print(log, d)
log.clear()
t('x', d)[t('i')], t('y', d)[t('j')] = t('a'), t('b')
print(log, d)
log.clear()
r = [t(1), t(2)] + [t(3)] * t(2)
print(log, r)
log.clear()
r = {t('k1'): t('v1'), t('k2'): t('v2')}
print(log)
log.clear()
(lambda *a, **k: None)(t(1), t(2), *t('s', []), k=t(3))
print(log)
log.clear()
print(t(5) - t(3) * t(1) ** t(2), log)

# expect: ['value', 'key'] {'key': 'value'}
# expect: ['a', 'b', 'x', 'i', 'y', 'j'] {'key': 'value', 'i': 'a', 'j': 'b'}
# expect: [1, 2, 3, 2] [1, 2, 3, 3]
# expect: ['k1', 'v1', 'k2', 'v2']
# expect: [1, 2, 's', 3]
# expect: 2 [5, 3, 1, 2]
