from machine import Pin
import time
p = Pin(2, Pin.OUT)
time.sleep(0)
time.sleep_ms(0)
time.sleep_us(0)
p.on()
print(time.ticks_ms(), time.ticks_us())

# expect pin: 0 ms GPIO2 1
# expect: 0 0
