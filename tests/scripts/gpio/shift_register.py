from machine import Pin
data, clock, latch = Pin(18, Pin.OUT), Pin(19, Pin.OUT), Pin(21, Pin.OUT)
def shift_out(byte):
    latch.off()
    for i in range(7, -1, -1):
        data.value(byte >> i & 1)
        clock.on()
        clock.off()
    latch.on()
shift_out(0b10100000)
print(data.value(), clock.value(), latch.value())

# expect pin: 0 ms GPIO18 1
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO18 0
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO18 1
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO18 0
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO19 1
# expect pin: 0 ms GPIO19 0
# expect pin: 0 ms GPIO21 1
# expect: 0 0 1
