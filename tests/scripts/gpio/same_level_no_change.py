from machine import Pin
import time
p = Pin(4, Pin.OUT)
p.value(0)
p.off()
time.sleep_ms(1)
p.value(1)
p.on()
p.value(True)
p.value(7)
time.sleep_ms(1)
p.value(0)
p.value(False)
print(p.value())

# expect pin: 1 ms GPIO4 1
# expect pin: 2 ms GPIO4 0
# expect: 0
