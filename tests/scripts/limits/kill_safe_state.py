# limits: burst=5000
from machine import Pin
import time
p = Pin(2, Pin.OUT)
p.on()
time.sleep_ms(20)
try:
    while True:
        pass
finally:
    p.on()
    print('never')
# expect pin: 0 ms GPIO2 1
# expect pin: 20 ms GPIO2 0
# expect kill: burst
