# differs: high and low are those ports' aliases that have them
from machine import Pin
import time
p = Pin(2, Pin.OUT)
p.high()
time.sleep_ms(4)
p.low()
print(p.value())
# expect pin: 0 ms GPIO2 1
# expect pin: 4 ms GPIO2 0
# expect: 0
