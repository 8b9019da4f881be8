# input: 20 ms GPIO4 0
# input: 60 ms GPIO4 1
from machine import Pin
import time
button = Pin(4, Pin.IN, Pin.PULL_UP)
led = Pin(2, Pin.OUT)
while time.ticks_ms() < 100:
    led.value(not button.value())
    time.sleep_ms(10)
print('led', led.value())

# expect pin: 20 ms GPIO2 1
# expect pin: 60 ms GPIO2 0
# expect: led 0
