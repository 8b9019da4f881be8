# differs: the model has no init
from machine import Pin
import time
p = Pin(2, Pin.OUT, value=1)
time.sleep_ms(2)
p.init(Pin.OUT, value=0)
print(p.value())
# expect pin: 0 ms GPIO2 1
# expect pin: 2 ms GPIO2 0
# expect: 0
