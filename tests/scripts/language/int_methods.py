print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (9223372036854775807).bit_length())
print((258).to_bytes(2, 'big'), (258).to_bytes(4, 'little'))
print(int.from_bytes(b'\x01\x02', 'big'), int.from_bytes(b'\x01\x02', 'little'), int.from_bytes(b'', 'big'))
print(int.from_bytes(b'\xff\xff', 'big'), int.from_bytes(b'\xff\xfe', 'little'))

# expect: 8 0 9 63
# expect: b'\x01\x02' b'\x02\x01\x00\x00'
# expect: 258 513 0
# expect: 65535 65279
