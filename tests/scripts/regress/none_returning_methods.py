a = [3, 1]
print(a.sort(), a.append(1), a.reverse(), a.extend([]), a.insert(0, 0), a.remove(0), a.clear(), {}.update({}), {1}.add(2), {1}.discard(1), bytearray().append(1), {}.clear())
b = [1, 2].reverse() or 'no list'
print(b)
try:
    [1, 2].append(3).append(4)
except AttributeError as e:
    print(e)
try:
    for x in [2, 1].sort():
        pass
except TypeError as e:
    print(e)
try:
    x, y = [1, 2].sort()
except TypeError as e:
    print(e)
def f(): pass
try:
    f()[0]
except TypeError as e:
    print(e)
try:
    f()()
except TypeError as e:
    print(e)
try:
    f() + 1
except TypeError as e:
    print(e)
print(f() is None, [f(), f()], str(f()))

# expect: None None None None None None None None None None None None
# expect: no list
# expect: 'NoneType' object has no attribute 'append'
# expect: 'NoneType' object is not iterable
# expect: cannot unpack non-iterable NoneType object
# expect: 'NoneType' object is not subscriptable
# expect: 'NoneType' object is not callable
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: True [None, None] None
