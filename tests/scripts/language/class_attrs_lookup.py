class A:
    x = 'class'
    lst = []
    def m(self):
        return 'method'
a, b = A(), A()
a.lst.append(1)
print(b.lst, A.lst)
a.x = 'inst'
print(a.x, b.x)
A.x = 'new'
print(a.x, b.x)
del a.x
print(a.x)
a.m = lambda: 'instance function'
print(a.m(), b.m())
class B(A):
    pass
print(B.x, B().m())
B.x = 'B'
print(A.x, B.x)
for f in (lambda: a.nope, lambda: A.nope, lambda: a.nope(), lambda: (1).foo, lambda: 'a'.foo, lambda: [].foo, lambda: len.foo, lambda: B().zz):
    try:
        f()
    except AttributeError as e:
        print(e)
try:
    (5).x = 1
except AttributeError as e:
    print(e)
try:
    del a.nope
except AttributeError as e:
    print(e)

# expect: [1] [1]
# expect: inst class
# expect: inst new
# expect: new
# expect: instance function method
# expect: new method
# expect: new B
# expect: 'A' object has no attribute 'nope'
# expect: type object 'A' has no attribute 'nope'
# expect: 'A' object has no attribute 'nope'
# expect: 'int' object has no attribute 'foo'
# expect: 'str' object has no attribute 'foo'
# expect: 'list' object has no attribute 'foo'
# expect: 'builtin_function_or_method' object has no attribute 'foo'
# expect: 'B' object has no attribute 'zz'
# expect: 'int' object has no attribute 'x'
# expect: 'A' object has no attribute 'nope'
