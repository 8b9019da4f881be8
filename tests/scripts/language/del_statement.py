x = 1
del x
try:
    x
except NameError as e:
    print(type(e).__name__)
a = [0, 1, 2, 3, 4, 5]
del a[0], a[-1]
print(a)
del a[1:3]
print(a)
d = {'a': 1, 'b': 2}
del d['a']
print(d)
class C:
    y = 1
c = C()
c.z = 3
del c.z
print(hasattr(c, 'z'), c.y)
def f():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as e:
        return type(e).__name__
print(f())
try:
    del d['zz']
except KeyError as e:
    print(repr(e))
try:
    del c.z
except AttributeError as e:
    print(e)
p, q = 1, 2
del (p, q)
print('gone')

# expect: NameError
# expect: [1, 2, 3, 4]
# expect: [1, 4]
# expect: {'b': 2}
# expect: False 1
# expect: UnboundLocalError
# expect: KeyError('zz')
# expect: 'C' object has no attribute 'z'
# expect: gone
