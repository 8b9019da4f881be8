from machine import Pin
import time
p = Pin(2, Pin.OUT)
p(1)
print(p())
time.sleep_ms(3)
p(0)
print(p())
p(not p())

# expect pin: 0 ms GPIO2 1
# expect: 1
# expect pin: 3 ms GPIO2 0
# expect: 0
# expect pin: 3 ms GPIO2 1
