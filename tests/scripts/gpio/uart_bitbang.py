from machine import Pin
import time
tx = Pin(17, Pin.OUT, value=1)
def send(byte, bit_us=104):
    for bit in [0] + [byte >> i & 1 for i in range(8)] + [1]:
        tx.value(bit)
        time.sleep_us(bit_us)
send(0x55)
send(0xF0)
print(time.ticks_us())

# expect pin: 0 ms GPIO17 1
# expect pin: 0 ms GPIO17 0
# expect pin: 0.104 ms GPIO17 1
# expect pin: 0.208 ms GPIO17 0
# expect pin: 0.312 ms GPIO17 1
# expect pin: 0.416 ms GPIO17 0
# expect pin: 0.52 ms GPIO17 1
# expect pin: 0.624 ms GPIO17 0
# expect pin: 0.728 ms GPIO17 1
# expect pin: 0.832 ms GPIO17 0
# expect pin: 0.936 ms GPIO17 1
# expect pin: 1.04 ms GPIO17 0
# expect pin: 1.56 ms GPIO17 1
# expect: 2080
