# input: 10 ms GPIO18 1
# input: 12 ms GPIO19 1
# input: 14 ms GPIO18 0
# input: 16 ms GPIO19 0
# input: 30 ms GPIO19 1
# input: 32 ms GPIO18 1
from machine import Pin
import time
a, b = Pin(18, Pin.IN), Pin(19, Pin.IN)
STEP = {(0, 2): 1, (2, 3): 1, (3, 1): 1, (1, 0): 1, (0, 1): -1, (1, 3): -1, (3, 2): -1, (2, 0): -1}
last = pos = 0
while time.ticks_ms() < 40:
    now = a.value() << 1 | b.value()
    d = STEP.get((last, now), 0)
    pos += d
    if d:
        print(time.ticks_ms(), d, pos)
    last = now
    time.sleep_ms(1)

# expect: 10 1 1
# expect: 12 1 2
# expect: 14 1 3
# expect: 16 1 4
# expect: 30 -1 3
# expect: 32 -1 2
