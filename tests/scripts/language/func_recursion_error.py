def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, isinstance(e, RuntimeError))
class C:
    def __repr__(self):
        return repr(self)
try:
    repr(C())
except RecursionError:
    print('repr')
def g():
    try:
        g()
    finally:
        pass
try:
    g()
except RecursionError:
    print('with finally')
print('alive')

# expect: RecursionError True
# expect: repr
# expect: with finally
# expect: alive
