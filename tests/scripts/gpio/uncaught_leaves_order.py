from machine import Pin
import time
p = Pin(2, Pin.OUT)
p.on()
time.sleep_ms(10)
p.off()
time.sleep_ms(10)
print('before')
[][1]

# expect pin: 0 ms GPIO2 1
# expect pin: 10 ms GPIO2 0
# expect: before
# expect fault: IndexError: list index out of range
# expect trace: line 9 in <module>
