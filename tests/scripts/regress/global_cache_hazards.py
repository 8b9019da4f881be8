def size(x):
    return len(x)
print(size([1, 2]))
len = lambda x: 'fake'
print(size([1, 2]))
del len
print(size([1, 2]))
value = 1
def get():
    return value
def put(v):
    global value
    value = v
print(get())
put(2)
print(get(), value)
value += 10
print(get())
del value
try:
    get()
except NameError as e:
    print(type(e).__name__)
put('again')
print(get())
def swap():
    global get
    get = lambda: 'replaced'
swap()
print(get())

# expect: 2
# expect: fake
# expect: 2
# expect: 1
# expect: 2 2
# expect: 12
# expect: NameError
# expect: again
# expect: replaced
