# limits: text=4k
try:
    b = bytearray(5000)
    print('never')
except MemoryError:
    print('caught')
b = bytearray(1000)
print(len(b))
# expect: caught
# expect: 1000
