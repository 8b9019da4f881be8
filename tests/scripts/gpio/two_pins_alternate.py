from machine import Pin
import time
a, b = Pin(18, Pin.OUT), Pin(19, Pin.OUT)
for i in range(4):
    a.value(i % 2 == 0)
    b.value(i % 2)
    time.sleep_ms(200)
a.off()
b.off()
print(a.value(), b.value())

# expect pin: 0 ms GPIO18 1
# expect pin: 200 ms GPIO18 0
# expect pin: 200 ms GPIO19 1
# expect pin: 400 ms GPIO18 1
# expect pin: 400 ms GPIO19 0
# expect pin: 600 ms GPIO18 0
# expect pin: 600 ms GPIO19 1
# expect pin: 800 ms GPIO19 0
# expect: 0 0
