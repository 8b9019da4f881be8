print(0, 00, 1_000_000, 0xff, 0XFF, 0o17, 0b1011, 0xdead_beef, 0b1111_0000)
print(0x_ff, 1_2_3)

# expect: 0 0 1000000 255 255 15 11 3735928559 240
# expect: 255 123
