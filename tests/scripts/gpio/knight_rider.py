from machine import Pin
import time
leds = [Pin(n, Pin.OUT) for n in (13, 14, 16, 17)]
order = list(range(4)) + [2, 1, 0]
for i in order:
    leds[i].on()
    time.sleep_ms(40)
    leds[i].off()
print([l.value() for l in leds])

# expect pin: 0 ms GPIO13 1
# expect pin: 40 ms GPIO13 0
# expect pin: 40 ms GPIO14 1
# expect pin: 80 ms GPIO14 0
# expect pin: 80 ms GPIO16 1
# expect pin: 120 ms GPIO16 0
# expect pin: 120 ms GPIO17 1
# expect pin: 160 ms GPIO17 0
# expect pin: 160 ms GPIO16 1
# expect pin: 200 ms GPIO16 0
# expect pin: 200 ms GPIO14 1
# expect pin: 240 ms GPIO14 0
# expect pin: 240 ms GPIO13 1
# expect pin: 280 ms GPIO13 0
# expect: [0, 0, 0, 0]
