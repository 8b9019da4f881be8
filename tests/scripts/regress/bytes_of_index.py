class I:
    def __index__(self): return 3
print(bytearray(I()), bytes(I()))

# expect: bytearray(b'\x00\x00\x00') b'\x00\x00\x00'
