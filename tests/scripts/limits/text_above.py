# limits: text=4k
s = 'x'
try:
    while True:
        s += s
except MemoryError:
    print(len(s) >= 512)
# expect: True
