import sys
from machine import Pin
import time
p = Pin(2, Pin.OUT)
p.on()
time.sleep_ms(7)
p.off()
print('bye')
sys.exit(4)

# expect pin: 0 ms GPIO2 1
# expect pin: 7 ms GPIO2 0
# expect: bye
# expect exit: 4
