from machine import Pin
import time
red, yellow, green = (Pin(n, Pin.OUT) for n in (25, 26, 27))
PHASES = (('go', (0, 0, 1), 3), ('slow', (0, 1, 0), 1), ('stop', (1, 0, 0), 2))
for name, levels, seconds in PHASES:
    for lamp, level in zip((red, yellow, green), levels):
        lamp.value(level)
    print(time.ticks_ms(), name)
    time.sleep(seconds)
red.off()

# expect pin: 0 ms GPIO27 1
# expect: 0 go
# expect pin: 3000 ms GPIO26 1
# expect pin: 3000 ms GPIO27 0
# expect: 3000 slow
# expect pin: 4000 ms GPIO25 1
# expect pin: 4000 ms GPIO26 0
# expect: 4000 stop
# expect pin: 6000 ms GPIO25 0
