def t(x):
    print('t', x, end=' ')
    return x
print(t(1) and t(2))
print(t(0) and t(2))
print(t(0) or t(3))
print(t(4) or t(3))
print(t(0) or t('') or t(None))
print(t(1) and t([]) and t(2))
print(not t(0) and t(5))
print(t(1) or t(0) and t(0))
print((t(1) or t(0)) and t(0))
print([] or {} or 'last', [] and 1, 'a' and 'b', None or 0, 0 or None)

# expect: t 1 t 2 2
# expect: t 0 0
# expect: t 0 t 3 3
# expect: t 4 4
# expect: t 0 t  t None None
# expect: t 1 t [] []
# expect: t 0 t 5 5
# expect: t 1 1
# expect: t 1 t 0 0
# expect: last [] b 0 None
