def send(byte, bits=8, msb=True):
    for i in (range(bits - 1, -1, -1) if msb else range(bits)):
        yield byte >> i & 1
def receive(stream):
    value = 0
    for bit in stream:
        value = value << 1 | bit
    return value
print(list(send(0xA5)), list(send(0b1101, 4, msb=False)), receive(send(0x3C)))
def uart(byte):
    ones = bin(byte).count('1')
    return [0, *send(byte, msb=False), ones & 1, 1]
for b in b'Hi':
    print(uart(b))
def manchester(bits):
    return ''.join('10' if b else '01' for b in bits)
print(manchester(send(0x0F)))

# expect: [1, 0, 1, 0, 0, 1, 0, 1] [1, 0, 1, 1] 60
# expect: [0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1]
# expect: [0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1]
# expect: 0101010110101010
