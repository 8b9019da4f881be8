from machine import Pin
import time
sck, mosi, cs = Pin(18, Pin.OUT), Pin(23, Pin.OUT), Pin(5, Pin.OUT, value=1)
def transfer(b):
    cs.off()
    for i in range(4):
        mosi.value(b & 8)
        b <<= 1
        time.sleep_us(5)
        sck.on()
        time.sleep_us(5)
        sck.off()
    cs.on()
transfer(0b1001)
print(time.ticks_us())

# expect pin: 0 ms GPIO5 1
# expect pin: 0 ms GPIO5 0
# expect pin: 0 ms GPIO23 1
# expect pin: 0.005 ms GPIO18 1
# expect pin: 0.01 ms GPIO18 0
# expect pin: 0.01 ms GPIO23 0
# expect pin: 0.015 ms GPIO18 1
# expect pin: 0.02 ms GPIO18 0
# expect pin: 0.025 ms GPIO18 1
# expect pin: 0.03 ms GPIO18 0
# expect pin: 0.03 ms GPIO23 1
# expect pin: 0.035 ms GPIO18 1
# expect pin: 0.04 ms GPIO18 0
# expect pin: 0.04 ms GPIO5 1
# expect: 40
