for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
d = {}
for d['k'] in range(3):
    pass
print(d)
lst = [0]
for lst[0] in 'ab':
    print(lst)
class C:
    pass
c = C()
for c.x in (1, 2):
    pass
print(c.x)
for i in range(3):
    i = i * 10
    print(i)
for k, v in {'a': 1, 'b': 2}.items():
    print(k, v)
for ch in 'añ€':
    print(ch)
for b in b'AB':
    print(b)
for x in 1, 2, *[3]:
    print(x)

# expect: 0 1 2
# expect: 1 3 4
# expect: {'k': 2}
# expect: ['a']
# expect: ['b']
# expect: 2
# expect: 0
# expect: 10
# expect: 20
# expect: a 1
# expect: b 2
# expect: a
# expect: ñ
# expect: €
# expect: 65
# expect: 66
# expect: 1
# expect: 2
# expect: 3
