def f():
    len = lambda x: 42
    return len([])
print(f(), len([]))
list_ = list
def g(list):
    return list + 1
print(g(1), list('ab'))
max = 5
print(max)
del max
print(max(1, 2))
class str2:
    print = 3
    def m(self):
        print('builtin print')
str2().m()
for sum in range(2):
    pass
print(sum)

# expect: 42 0
# expect: 2 ['a', 'b']
# expect: 5
# expect: 2
# expect: builtin print
# expect: 1
