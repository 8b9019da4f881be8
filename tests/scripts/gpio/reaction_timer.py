# input: 1230 ms GPIO4 0
from machine import Pin
import time
led = Pin(2, Pin.OUT)
button = Pin(4, Pin.IN, Pin.PULL_UP)
time.sleep(1)
led.on()
start = time.ticks_ms()
while button.value():
    time.sleep_ms(5)
    if time.ticks_diff(time.ticks_ms(), start) > 1000:
        break
led.off()
print('reaction', time.ticks_diff(time.ticks_ms(), start), 'ms')

# expect pin: 1000 ms GPIO2 1
# expect pin: 1230 ms GPIO2 0
# expect: reaction 230 ms
