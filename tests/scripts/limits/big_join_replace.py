# differs: the arena is smaller than CPython's memory
part = 'a' * 100000
for f in (lambda: ''.join([part] * 1000), lambda: part.join('b' * 1000), lambda: part.replace('a', part), lambda: part.replace('', part), lambda: part.encode() * 1000):
    try:
        f()
        print('no error')
    except MemoryError:
        print('MemoryError')
print(len(part))
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: 100000
