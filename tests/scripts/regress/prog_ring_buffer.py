class Ring:
    def __init__(self, size):
        self.data, self.head, self.count = bytearray(size), 0, 0
    def put(self, b):
        if self.count == len(self.data):
            raise OverflowError('ring full')
        self.data[(self.head + self.count) % len(self.data)] = b
        self.count += 1
    def get(self):
        if not self.count:
            raise IndexError('ring empty')
        b = self.data[self.head]
        self.head = (self.head + 1) % len(self.data)
        self.count -= 1
        return b
    def __len__(self):
        return self.count
r = Ring(4)
for c in b'abc':
    r.put(c)
print(chr(r.get()), chr(r.get()), len(r))
for c in b'def':
    r.put(c)
try:
    r.put(0)
except OverflowError as e:
    print(e)
print(''.join(chr(r.get()) for _ in range(len(r))), bytes(r.data))
try:
    r.get()
except IndexError as e:
    print(e)

# expect: a b 1
# expect: ring full
# expect: cdef b'efcd'
# expect: ring empty
