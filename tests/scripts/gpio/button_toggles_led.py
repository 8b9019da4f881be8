# input: 50 ms GPIO4 0
# input: 100 ms GPIO4 1
# input: 200 ms GPIO4 0
# input: 220 ms GPIO4 1
from machine import Pin
import time
led, button = Pin(2, Pin.OUT), Pin(4, Pin.IN, Pin.PULL_UP)
before = 1
while time.ticks_ms() < 300:
    now = button.value()
    if before and not now:
        led.toggle()
    before = now
    time.sleep_ms(10)
print(led.value())

# expect pin: 50 ms GPIO2 1
# expect pin: 200 ms GPIO2 0
# expect: 0
