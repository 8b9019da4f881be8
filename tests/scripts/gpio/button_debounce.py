# input: 10 ms GPIO4 0
# input: 12 ms GPIO4 1
# input: 14 ms GPIO4 0
# input: 80 ms GPIO4 1
# input: 82 ms GPIO4 0
# input: 84 ms GPIO4 1
from machine import Pin
import time
button = Pin(4, Pin.IN, Pin.PULL_UP)
stable = last = button.value()
since = 0
while time.ticks_ms() < 120:
    v = button.value()
    if v != last:
        last, since = v, time.ticks_ms()
    elif v != stable and time.ticks_diff(time.ticks_ms(), since) >= 10:
        stable = v
        print(time.ticks_ms(), 'released' if v else 'pressed')
    time.sleep_ms(1)

# expect: 24 pressed
# expect: 94 released
