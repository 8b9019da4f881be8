# differs: the arena is smaller than CPython's memory
for start in ('x', [0], (0,), b'x', bytearray(b'x')):
    s = start
    try:
        while True:
            s = s + s
    except MemoryError:
        print(type(s).__name__, len(s) > 100000)
    s = None
# expect: str True
# expect: list True
# expect: tuple True
# expect: bytes True
# expect: bytearray True
