class A:
    x = 1
    def m(self): return 'm'
a = A()
print(getattr(a, 'x'), getattr(a, 'y', 'dflt'), getattr(a, 'm')(), hasattr(a, 'x'), hasattr(a, 'nope'), getattr(A, 'm')(a), getattr('abc', 'upper')(), getattr([], 'append')(1), getattr(5, 'zz', None))
setattr(a, 'y', 5)
setattr(A, 'z', 6)
print(a.y, a.z, hasattr(a, 'y'))
delattr(a, 'y')
print(hasattr(a, 'y'))
for n in ('x', 'm', 'q'):
    print(n, hasattr(a, n), callable(getattr(a, n, None)))
name = 'dyn' + 'amic'
setattr(a, name, [1])
print(a.dynamic, getattr(a, 'dyna' + 'mic'))
for f in (lambda: getattr(a, 'nope'), lambda: getattr(a, 5), lambda: delattr(a, 'nope'), lambda: setattr(5, 'x', 1), lambda: hasattr(a, 3)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)

# expect: 1 dflt m True False m ABC None None
# expect: 5 6 True
# expect: False
# expect: x True False
# expect: m True True
# expect: q False False
# expect: [1] [1]
# expect: AttributeError 'A' object has no attribute 'nope'
# expect: TypeError attribute name must be string, not 'int'
# expect: AttributeError 'A' object has no attribute 'nope'
# expect: AttributeError 'int' object has no attribute 'x'
# expect: TypeError attribute name must be string, not 'int'
