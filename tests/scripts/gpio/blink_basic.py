from machine import Pin
import time
led = Pin(2, Pin.OUT)
for i in range(3):
    led.value(1)
    time.sleep(0.5)
    led.value(0)
    time.sleep(0.5)
print('done', time.ticks_ms())

# expect pin: 0 ms GPIO2 1
# expect pin: 500 ms GPIO2 0
# expect pin: 1000 ms GPIO2 1
# expect pin: 1500 ms GPIO2 0
# expect pin: 2000 ms GPIO2 1
# expect pin: 2500 ms GPIO2 0
# expect: done 3000
