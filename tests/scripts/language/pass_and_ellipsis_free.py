def f(): pass
class C: pass
for i in range(2): pass
while False: pass
if True: pass
try: pass
finally: pass
class D:
    'doc only'
def g():
    """Doc."""
print(f(), g(), C.__name__, D.__doc__, g.__doc__, i)

# expect: None None C doc only Doc. 1
