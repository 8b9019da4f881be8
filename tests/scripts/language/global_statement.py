count = 0
def bump():
    global count, made
    count += 1
    made = 'by bump'
bump(); bump()
print(count, made)
def outer():
    count = 'local'
    def inner():
        global count
        count = 'from inner'
    inner()
    return count
print(outer(), count)
def deleter():
    global made
    del made
deleter()
try:
    made
except NameError as e:
    print(type(e).__name__)
class K:
    global g2
    g2 = 5
print(g2)

# expect: 2 by bump
# expect: local from inner
# expect: NameError
# expect: 5
