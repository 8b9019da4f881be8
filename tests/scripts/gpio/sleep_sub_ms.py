from machine import Pin
import time
p = Pin(2, Pin.OUT)
for us in (100, 250, 50, 600):
    p.toggle()
    time.sleep_us(us)
print(time.ticks_us(), time.ticks_ms())

# expect pin: 0 ms GPIO2 1
# expect pin: 0.1 ms GPIO2 0
# expect pin: 0.35 ms GPIO2 1
# expect pin: 0.4 ms GPIO2 0
# expect: 1000 1
