from machine import Pin
import time
p = Pin(2, Pin.OUT, value=1)
print(p.value())
time.sleep_ms(5)
q = Pin(4, Pin.OUT, value=0)
print(q.value())
p.off()
r = Pin(5, mode=Pin.OUT, value=True)
print(r.value())

# expect pin: 0 ms GPIO2 1
# expect: 1
# expect: 0
# expect pin: 5 ms GPIO2 0
# expect pin: 5 ms GPIO5 1
# expect: 1
